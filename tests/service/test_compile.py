from __future__ import annotations

import logging

import pytest

from a11y_proxy.core.artifact import Artifact, render
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.service.compile import Compiler
from a11y_proxy.service.request import Rewritten
from a11y_proxy.stores.memory import MemoryStore
from a11y_proxy.workers.pool import Pool, PoolLimits

SHEET = Source("http://town.example/s.css", "text/css", b"p { color: #777 }" * 20_000)
PAGE = Source("http://town.example/", "text/html", b"<body><p>word</p>" * 5_000)
UNPARSABLE = Source("http://town.example/deep.css", "text/css", b"p { color: red }" + b"(" * 9_000)


def shown(body: Rewritten) -> bytes:
    return render(body.artifact, lambda _: b"")


async def compiled(*sources: Source, seconds: int) -> list[Rewritten]:
    """Gives what the real engine in real processes makes of the sources."""
    pool = Pool(Phrases({}), PoolLimits(seconds=seconds))
    await pool.start()
    artifacts: MemoryStore[Artifact] = MemoryStore(2**20, lambda artifact: artifact.size)
    compiler = Compiler(Site("http://town.example"), pool, artifacts, lambda: 0.0)
    try:
        return [await compiler.compile(source, Rendition()) for source in sources]
    finally:
        await pool.stop()


async def test_a_sheet_whose_worker_is_killed_is_not_applied_at_all() -> None:
    (sheet,) = await compiled(SHEET, seconds=0)
    assert sheet.fallback
    assert sheet.artifact.media_type.startswith("text/css")
    assert shown(sheet).startswith(b"/* ")
    assert b"color" not in shown(sheet)


async def test_a_page_whose_worker_is_killed_loses_no_byte() -> None:
    (page,) = await compiled(PAGE, seconds=0)
    assert page.fallback
    assert shown(page) == PAGE.body


async def test_what_stands_in_is_never_met_as_what_was_meant() -> None:
    (failed,), (made,) = await compiled(SHEET, seconds=0), await compiled(SHEET, seconds=60)
    assert (failed.fallback, made.fallback) == (True, False)
    assert failed.key != made.key


async def test_the_log_says_why_at_the_first_failure_and_at_every_later_one(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        await compiled(SHEET, SHEET, SHEET, seconds=0)
    assert len(caplog.messages) == 3
    for message in caplog.messages:
        assert SHEET.url in message
        assert "OverdueError: not ready after 0 s" in message


async def test_a_sheet_that_cannot_be_parsed_is_not_applied_at_all() -> None:
    (sheet,) = await compiled(UNPARSABLE, seconds=60)
    assert sheet.fallback
    assert b"color" not in shown(sheet)


async def test_a_source_is_known_by_its_bytes_and_not_by_its_address() -> None:
    longer = Source(PAGE.url, PAGE.media_type, PAGE.body + b"<p>news")
    again = Source(PAGE.url, PAGE.media_type, bytes(bytearray(PAGE.body)))
    first, changed, same = await compiled(PAGE, longer, again, seconds=60)
    assert first.key == same.key != changed.key
    assert b"news" in shown(changed)
    assert b"news" not in shown(same)


async def test_data_that_name_no_host_of_the_site_keep_no_worker_busy() -> None:
    """A23."""
    url, kind = "http://town.example/api", "application/json"
    theirs = Source(url, kind, b'{"a": "https://other.example/"}')
    # long enough not to be ready at once
    ours = Source(url, kind, b'{"a": "http://TOWN.example/%b"}' % (b"x" * 10**6))
    kept, asked_in_vain = await compiled(theirs, ours, seconds=0)
    assert (kept.fallback, shown(kept)) == (False, theirs.body)
    assert (asked_in_vain.fallback, shown(asked_in_vain)) == (True, ours.body)
    (mapped,) = await compiled(ours, seconds=60)
    assert not mapped.fallback
    assert shown(mapped).startswith(b'{"a": "/xxx')
