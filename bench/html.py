"""
HTML: the adapter, and the whole transformation, against lxml's own parse and serialise.

The transformation runs twice: with styles met for the first time, and again with styles known, as
on every further page of a site.

    python -m bench.html page.html [page.html ...]

Processor time, least of all rounds; the contestants take turns, so that a busy machine troubles
both alike. Only the ratio says anything about another machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

from lxml import etree

from a11y_proxy.core.charset import decode
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from a11y_proxy.rewrite.html import document, styles

ROUNDS = 15
LXML = etree.HTMLParser(encoding="utf-8", huge_tree=True, default_doctype=False)


def lxml_alone(text: str) -> bytes:
    root = etree.fromstring(text.encode(), LXML)
    return etree.tostring(root, method="html", encoding="utf-8")


def adapter(text: str) -> bytes:
    return document.serialise(document.parse(text))


def again(text: str) -> bytes:
    source = Source("http://town.example/", "text/html", text.encode(), "utf-8")
    artifact = transform(source, Rendition(), Site("http://town.example"), WORDS)
    return b"".join(artifact.parts)


def first(text: str) -> bytes:
    styles.forget()
    return again(text)


WORDS = Phrases({"uk": {}, "en": {}})
CONTESTANTS: dict[str, Callable[[str], bytes]] = {
    "lxml": lxml_alone,
    "adapter": adapter,
    "first": first,
    "again": again,
}


def least_times(text: str) -> dict[str, float]:
    """Milliseconds of processor time by contestant."""
    least = dict.fromkeys(CONTESTANTS, float("inf"))
    for _ in range(ROUNDS):
        for name, run in CONTESTANTS.items():
            start = process_time()
            run(text)
            least[name] = min(least[name], (process_time() - start) * 1000)
    return least


def main(paths: list[str]) -> None:
    names = "".join(f"{name + ', ms':>14}" for name in CONTESTANTS)
    print(f"{'page':32}{'KB':>8}{names}{'ratios':>24}")
    for path in map(Path, paths):
        body = path.read_bytes()
        text, _ = decode(body, None)
        times = least_times(text)
        figures = "".join(f"{time:14.2f}" for time in times.values())
        ratios = [times[name] / times["lxml"] for name in ("adapter", "first", "again")]
        last = "".join(f"{ratio:8.2f}" for ratio in ratios)
        print(f"{path.name[:31]:32}{len(body) / 1000:8.1f}{figures}{last}")


if __name__ == "__main__":
    main(sys.argv[1:])
