"""
Writes down how pages of the town are heard, before and after.

    python -m tests.listening

Its words are in `docs/listening.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.listening.heard import FIELDS, LANDMARKS, Heard, listen
from tests.serving import ROOT, serving
from tests.shelf.look import browsing

PAGES = ("/", "/news/1187.html", "/appeal/", "/rada/", "/budget/")
HEAD = Path(__file__).with_name("head.md")
TRANSCRIPT = ROOT / "docs" / "listening.md"

COUNTS: dict[str, Callable[[Heard], int]] = {
    "landmarks": lambda heard: sum(heard.roles[role] for role in LANDMARKS),
    "headings": lambda heard: heard.roles["heading"],
    "lists": lambda heard: heard.roles["list"],
    "tables": lambda heard: heard.roles["table"],
    "links without a name": lambda heard: nameless(heard, {"link", "button"}),
    "pictures without a name": lambda heard: nameless(heard, {"image"}),
    "fields without a name": lambda heard: nameless(heard, FIELDS.keys()),
}


def nameless(heard: Heard, roles: set[str]) -> int:
    return sum(role in roles for role, _ in heard.nameless)


def main() -> None:
    chapters = [HEAD.read_text(encoding="utf-8")]
    with (
        serving("a11y_proxy", "town", ready="/") as town,
        serving("a11y_proxy", "serve", "--origin", town, ready="/_a11y/health") as proxy,
        browsing(proxy, "", scripts=True) as page,
    ):
        for path in PAGES:
            both = []
            for home in (town, proxy):
                page.goto(home + path, wait_until="networkidle")
                both.append(listen(page))
            chapters += chapter(path, *both)
    TRANSCRIPT.write_text("\n".join(chapters), encoding="utf-8")


def chapter(path: str, before: Heard, after: Heard) -> Iterator[str]:
    yield f"## `{path}`\n\n| | before | after |\n| - | - | - |"
    for name, count in COUNTS.items():
        yield f"| {name} | {count(before)} | {count(after)} |"
    for title, heard in (("Before", before), ("After", after)):
        yield f"\n### {title}\n\n```text"
        yield from heard.lines
        yield "```\n"


if __name__ == "__main__":
    main()
