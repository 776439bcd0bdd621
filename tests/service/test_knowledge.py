from __future__ import annotations

from collections.abc import AsyncIterator, Iterable

import pytest

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.known import Known, Lesson
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.service.compile import Compiler
from a11y_proxy.service.knowledge import Knowledge
from a11y_proxy.stores.memory import MemoryStore
from a11y_proxy.workers.pool import Pool, PoolLimits

HEADER, MENU = 1, 2
ALT = ("/gerb.png", "Герб")


def after(lessons: Iterable[Lesson]) -> Known:
    knowledge = Knowledge()
    for number, lesson in enumerate(lessons):
        knowledge.learn(f"http://t/{number}", lesson)
    return knowledge.known


def pages(count: int, *common: int, start: int = 1000) -> list[Lesson]:
    return [Lesson((*common, start + number)) for number in range(count)]


def test_two_pages_teach_nothing() -> None:
    assert after(pages(2, HEADER)) == Known()


def test_what_stands_on_three_pages_of_three_repeats() -> None:
    assert after(pages(3, HEADER, MENU)).blocks == {HEADER, MENU}


def test_what_stands_on_half_of_the_pages_does_not_repeat() -> None:
    half = [*pages(5, HEADER, MENU), *pages(5, HEADER, start=2000)]
    assert after(half).blocks == {HEADER}


def test_an_address_teaches_once() -> None:
    knowledge = Knowledge()
    for lesson in pages(9, HEADER):
        knowledge.learn("http://t/news", lesson)
    assert knowledge.known == Known()


def test_pages_that_look_the_same_teach_once() -> None:
    assert after([Lesson((HEADER, MENU))] * 9) == Known()


def test_sheets_and_what_has_no_blocks_teach_nothing() -> None:
    assert after([Lesson(alts=(ALT,))] * 9) == Known()


def test_what_is_known_changes_rarely_however_many_pages_are_met() -> None:
    knowledge, keys = Knowledge(), []
    for number, lesson in enumerate(pages(290, HEADER)):
        knowledge.learn(f"http://t/{number}", Lesson(lesson.blocks, ((f"/{number}.png", "x"),)))
        if knowledge.key not in keys:
            keys.append(knowledge.key)
    assert len(keys) == 1 + len([3, 10, 30, 100])


def test_a_site_may_change_its_looks() -> None:
    old, new = pages(300, HEADER), pages(300, MENU, start=2000)
    assert after(old).blocks == {HEADER}
    assert after([*old, *new[:200]]).blocks == {HEADER}
    assert after([*old, *new]).blocks == {MENU}


def test_a_picture_is_described_by_the_words_that_all_its_pages_have() -> None:
    lessons = [Lesson(lesson.blocks, (ALT,)) for lesson in pages(3)]
    assert after(lessons).alts == dict([ALT])


def test_a_picture_that_two_pages_describe_differently_is_described_by_neither() -> None:
    one, two, three = pages(3)
    lessons = [
        Lesson(one.blocks, (ALT,)),
        Lesson(two.blocks, (("/gerb.png", "Coat"),)),
        Lesson(three.blocks, (ALT,)),
    ]
    assert after(lessons).alts == {}


def test_a_picture_is_known_by_its_bytes_under_another_address() -> None:
    knowledge = Knowledge()
    for address, picture in (("/gerb.png", b"g"), ("/copy.png", b"g"), ("/other.png", b"o")):
        knowledge.see(address, picture)
    for number, lesson in enumerate(pages(3)):
        knowledge.learn(f"http://t/{number}", Lesson(lesson.blocks, (ALT,)))
    assert knowledge.known.alts == {"/gerb.png": "Герб", "/copy.png": "Герб"}


def test_bytes_that_have_two_texts_under_two_addresses_give_a_third_none() -> None:
    knowledge = Knowledge()
    for address in ("/gerb.png", "/sign.png", "/copy.png"):
        knowledge.see(address, b"g")
    for number, lesson in enumerate(pages(3)):
        alts = (ALT, ("/sign.png", "Знак"))
        knowledge.learn(f"http://t/{number}", Lesson(lesson.blocks, alts))
    assert "/copy.png" not in knowledge.known.alts


def test_words_of_pictures_are_bounded() -> None:
    alts = [
        tuple((f"/{page}-{number}.png", "ї" * 100) for number in range(40)) for page in range(9)
    ]
    lessons = [
        Lesson(lesson.blocks, pairs)
        for lesson, pairs in zip([*pages(9), *pages(1)], [*alts, ()], strict=True)
    ]
    known = after([*lessons, Lesson((5, 6))])
    size = sum(len(key.encode()) + len(words.encode()) for key, words in known.alts.items())
    assert 2**16 - 300 < size <= 2**16


@pytest.fixture
async def compiler() -> AsyncIterator[Compiler]:
    pool = Pool(Phrases({}), PoolLimits(seconds=60))
    await pool.start()
    artifacts: MemoryStore[Artifact] = MemoryStore(2**20, lambda artifact: artifact.size)
    yield Compiler(Site("http://town.example"), pool, artifacts, lambda: 0.0)
    await pool.stop()


def page(number: int) -> Source:
    words = "".join(chr(ord("а") + number + place) for place in range(9))
    body = f"<div>Громада і рада</div><div>{words}</div>"
    return Source(f"http://town.example/{number}", "text/html", body.encode(), "utf-8")


@pytest.mark.parametrize("teaches", [True, False])
async def test_pages_that_anyone_may_have_change_how_the_next_is_made_and_no_others(
    compiler: Compiler,
    teaches: bool,  # noqa: FBT001
) -> None:
    first = await compiler.compile(page(0), Rendition(), teaches=teaches)
    for number in range(1, 3):
        await compiler.compile(page(number), Rendition(), teaches=teaches)
    again = await compiler.compile(page(0), Rendition(), teaches=teaches)
    assert (first.key != again.key) == teaches
