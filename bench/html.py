"""
HTML: the adapter, the rules and the whole transformation, against lxml's own parse and serialise.

The transformation runs twice: with styles met for the first time, and again with styles known, as
on every further page of a site. Rules get a page freshly parsed; parsing is not counted.

    python -m bench.html [--profile] [page.html ...]

Without pages: the demo town's own, and pages of 100 and 500 KB put together from them. `--profile`
adds how long each rule takes.

Processor time, least of all rounds; the contestants take turns, so that a busy machine troubles
all alike. Only the ratio says anything about another machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import process_time

from lxml import etree

from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.charset import decode
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from a11y_proxy.rewrite.html import document, engine, styles
from a11y_proxy.rewrite.html.edits import Edit
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules import RULES
from bench.pages import made_page, town_pages

ROUNDS = 15
SIZES = (100, 500)
DEAREST = 8
SITE = Site("http://town.example")
WORDS = Phrases({"uk": {}, "en": {}})
LXML = etree.HTMLParser(encoding="utf-8", huge_tree=True, default_doctype=False)

Run = Callable[[], object]


def lxml_alone(text: str) -> Run:
    def run() -> bytes:
        root = etree.fromstring(text.encode(), LXML)
        return etree.tostring(root, method="html", encoding="utf-8")

    return run


def adapter(text: str) -> Run:
    return lambda: document.serialise(document.parse(text))


def rules(text: str) -> Run:
    root = document.parse(text).root
    return lambda: engine.run(RULES, page_of(root))


def again(text: str) -> Run:
    source = Source("http://town.example/", "text/html", text.encode(), "utf-8")
    return lambda: transform(source, Rendition(), SITE, WORDS)


def first(text: str) -> Run:
    styles.forget()
    return again(text)


CONTESTANTS: dict[str, Callable[[str], Run]] = {
    "lxml": lxml_alone,
    "adapter": adapter,
    "rules": rules,
    "first": first,
    "again": again,
}
"""Each gets ready, uncounted, and gives what is counted."""


def page_of(root: etree._Element) -> Page:
    return Page(root, "http://town.example/", SITE, Rendition(), WORDS, Marker("bench"))


def least_times(text: str) -> dict[str, float]:
    """Milliseconds of processor time by contestant."""
    least = dict.fromkeys(CONTESTANTS, float("inf"))
    for _ in range(ROUNDS):
        for name, prepare in CONTESTANTS.items():
            run = prepare(text)
            start = process_time()
            run()
            least[name] = min(least[name], (process_time() - start) * 1000)
    return least


def profile(text: str) -> dict[str, tuple[float, int]]:
    """Milliseconds and edits by rule; "select and apply" is what is left."""
    least: dict[str, tuple[float, int]] = {}
    for _ in range(ROUNDS):
        spent = {rule.id: [0.0, 0] for rule in RULES}
        timed = [replace(rule, gather=partial(_timed, rule, spent[rule.id])) for rule in RULES]
        root = document.parse(text).root
        start = process_time()
        engine.run(timed, page_of(root))
        whole = (process_time() - start) * 1000
        spent["select and apply"] = [whole - sum(time for time, _ in spent.values()), 0]
        for name, (time, edits) in spent.items():
            least[name] = min(least.get(name, (time, 0)), (time, int(edits)))
    return least


def _timed(rule: Rule, spent: list[float], element: etree._Element, page: Page) -> Iterator[Edit]:
    start = process_time()
    edits = list(rule.gather(element, page))
    spent[0] += (process_time() - start) * 1000
    spent[1] += len(edits)
    return iter(edits)


def main(arguments: list[str]) -> None:
    files = [name for name in arguments if name != "--profile"]
    pages = {name: Path(name).read_bytes() for name in files} or default_pages()
    names = "".join(f"{name + ', ms':>13}" for name in CONTESTANTS)
    ratios = "".join(f"{name + ' x':>11}" for name in [*list(CONTESTANTS)[1:], "both"])
    print(f"{'page':32}{'KB':>8}{names}{ratios}")
    for name, body in pages.items():
        text, _ = decode(body, None)
        times = least_times(text)
        figures = "".join(f"{time:13.2f}" for time in times.values())
        both = times["adapter"] + times["rules"]
        least = "".join(
            f"{time / times['lxml']:11.2f}" for time in [*list(times.values())[1:], both]
        )
        print(f"{name[-31:]:32}{len(body) / 1000:8.1f}{figures}{least}")
        if "--profile" in arguments:
            tell(profile(text))


def default_pages() -> Mapping[str, bytes]:
    return town_pages() | {f"{size} KB of the town": made_page(size) for size in SIZES}


def tell(spent: Mapping[str, tuple[float, int]]) -> None:
    for name, (time, edits) in sorted(spent.items(), key=lambda item: -item[1][0])[:DEAREST]:
        print(f"    {name:32}{time:9.3f} ms{edits or '':>8}")


if __name__ == "__main__":
    main(sys.argv[1:])
