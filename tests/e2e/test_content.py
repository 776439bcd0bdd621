"""Nothing is lost: what the original holds for its reader, ours holds too."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import product, zip_longest
from typing import Any
from urllib.parse import quote

import pytest

from a11y_proxy.town import PAGES

TOGGLE = "/?special=1"
"""The town's link to its version for people with impairments: here it leads back to the ordinary site."""

KINDS = ("words", "links", "forms", "controls", "hints")
RENDITIONS = [
    f"images={images}&layout={layout}"
    for images, layout in product(("on", "off"), ("site", "text"))
]
VISITS = [(False, rendition) for rendition in RENDITIONS] + [(True, RENDITIONS[0])]

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Before:
    """The original, page by page."""

    scripts: bool
    pages: dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def holdings(look: Any, settle: Any) -> Any:
    """Gives what a page and its frames hold, counted."""

    def count(page: Any, path: str, *, scripts: bool) -> dict[str, Any]:
        if scripts:
            settle(page, path)
        else:
            page.goto(path)
        parts = look(page, "content")
        counted: dict[str, Any] = {
            kind: Counter(item for part in parts for item in part[kind])
            for kind in (*KINDS, "images")
        }
        counted["cells"] = [cell for part in parts for cell in part["cells"]]
        counted["running"] = " ".join(word for part in parts for word in part["words"])
        return counted

    return count


@pytest.fixture(scope="module")
def before(request: pytest.FixtureRequest, original: Any, holdings: Any) -> Before:
    page = original(scripts=request.param)
    return Before(
        request.param, {path: holdings(page, path, scripts=request.param) for path in PAGES}
    )


@pytest.mark.parametrize(("before", "rendition"), VISITS, indirect=["before"])
def test_nothing_of_the_original_is_lost(
    before: Before, visitor: Any, holdings: Any, figures: list[str], rendition: str
) -> None:
    page = visitor(rendition, scripts=before.scripts)
    lost, held = [], Counter[str]()
    for path, theirs in before.pages.items():
        ours = holdings(page, path, scripts=before.scripts)
        for kind in KINDS:
            held[kind] += theirs[kind].total()
            wanted = back_instead(theirs[kind], path) if kind == "links" else theirs[kind]
            missing = (words_lost if kind == "words" else Counter.__sub__)(wanted, ours[kind])
            lost += [f"{path} {kind}: {item!r} x {count}" for item, count in missing.items()]
        held["cells"] += len(theirs["cells"])
        lost += [f"{path} cells: {cell!r}" for cell in cells_lost(theirs["cells"], ours["cells"])]
    page.context.close()
    how = "with scripts" if before.scripts else "without scripts"
    whole = ", ".join(f"{count} {kind}" for kind, count in held.items())
    figures.append(f"{rendition} {how}: {len(lost)} lost of {whole}")
    assert not lost, "\n".join(lost)


def back_instead(links: Counter[str], path: str) -> Counter[str]:
    """Gives the links with the way back to the ordinary page in place of the town's toggle."""
    back = f"/_a11y/leave?next={quote(path, safe='/')}"
    return Counter({back if link == TOGGLE else link: count for link, count in links.items()})


def words_lost(theirs: Counter[str], ours: Counter[str]) -> Counter[str]:
    """Gives the words that ours lacks; the letters of a spread word may stand in one that ours joined."""
    missing = theirs - ours
    joined = Counter("".join((ours - theirs).elements()))
    letters = Counter(
        {word: count for word, count in missing.items() if word.isalpha() and word[1:] == ""}
    )
    return missing - letters + (letters - joined)


def test_a_joined_word_is_no_loss_and_a_letter_less_is_one() -> None:
    spread, joined = Counter(["С", "Е", "С", "І", "Я", "41"]), Counter(["СЕСІЯ", "41"])
    assert words_lost(spread, joined) == Counter()
    assert words_lost(spread, Counter(["СЕІЯ", "41"])) == Counter("С")
    assert words_lost(spread, Counter(["СЕСІЯ"])) == Counter(["41"])


def cells_lost(theirs: list[str], ours: list[str]) -> list[str]:
    """Gives the cells that have no counterpart, in the page's order, with at least their words."""
    return [
        cell
        for cell, mine in zip_longest(theirs, ours, fillvalue="")
        if words_lost(Counter(cell.split()), Counter(mine.split()))
    ]


@pytest.mark.parametrize("layout", ["site", "text"])
def test_a_picture_that_is_hidden_says_its_text(visitor: Any, holdings: Any, layout: str) -> None:
    shown = visitor(f"images=on&layout={layout}", scripts=False)
    hidden = visitor(f"images=off&layout={layout}", scripts=False)
    silent = []
    for path in PAGES:
        pictures = holdings(shown, path, scripts=False)["images"]
        said = holdings(hidden, path, scripts=False)["running"]
        silent += [f"{path} {alt}" for alt, count in pictures.items() if said.count(alt) < count]
    assert not silent, "\n".join(silent)
