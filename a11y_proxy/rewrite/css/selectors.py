"""What the walk must know of selectors, told from their text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from a11y_proxy.rewrite.css.syntax import Node, text_of

_OF = r"(?:[.#][\w-]+|\[[^]]*\]|:(?:not|is|where|lang)\([^)]*\))*\s*$"
_ROOT = re.compile(rf"(?:^|[\s>+~])(?:html|:root){_OF}")
_BODY = re.compile(rf"(?:^|[\s>+~])body{_OF}")
_HOVER = re.compile(r":hover(?![\w(-])", re.IGNORECASE)

_REVEALS = frozenset(
    {"display", "visibility", "opacity", "left", "right", "top", "height", "max-height"}
    | {
        "clip",
        "clip-path",
        "transform",
        "translate",
        "scale",
        "z-index",
        "bottom",
        "inset",
        "width",
    }
    | {
        "max-width",
        "min-height",
        "margin-left",
        "margin-top",
        "pointer-events",
        "grid-template-rows",
    }
)
_HIDES = {
    "display": "none",
    "visibility": "hidden",
    "opacity": "0",
    "height": "0",
    "max-height": "0",
    "pointer-events": "none",
}
WAS = "data-a11y-was"
"""Marks a table's cell that a rule has renamed; its value is the tag that the author wrote."""

_CELL = re.compile(
    rf"""
    \[ (?> [^]["'] | "[^"]*+" | '[^']*+' )*+ \]
    | :(?: lang | part | state | highlight )\( [^()]*+ \)   # "th" is Thai as well
    | (?<!\\[ ])(?<![\w.\#:|\\-]) (t[dh]) (?![\w\\|(-]) (?! \[{WAS}\] | :where\(:not\(\[{WAS} )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OTHER = {"td": "th", "th": "td"}

_UNLESS = re.compile(r":not\([^()]*(?:\([^()]*\)[^()]*)*:hover", re.IGNORECASE)


def selectors(prelude: Sequence[Node]) -> list[str]:
    """Gives the selectors of a list, each as text."""
    parts: list[list[Node]] = [[]]
    for node in prelude:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return [text_of(part).strip() for part in parts]


def is_root(selector: str) -> bool:
    """Tells whether the selector's subject is the document's root element."""
    low = selector.lower()
    return ("html" in low or ":root" in low) and bool(_ROOT.search(low))


def is_body(selector: str) -> bool:
    """Tells whether the selector's subject is the document's body."""
    low = selector.lower()
    return "body" in low and bool(_BODY.search(low))


def is_selection(selector: str) -> bool:
    """Tells whether the selector's subject is selected text."""
    low = selector.lower()
    return "::selection" in low or "::-moz-selection" in low


def is_each(selector: str) -> bool:
    """Tells whether the selector's subjects are all children of a box, whatever they are."""
    return selector.endswith("*") and selector[:-1].rstrip().endswith(">")


def names_cell(selectors: str) -> bool:
    """Tells whether selectors, in lower case, name a table's cells at all."""
    return ("td" in selectors or "th" in selectors) and any(map(_cell, _CELL.finditer(selectors)))


def with_cells(selector: str) -> str:
    """
    Lets a cell that a rule made a header, or none, look as its author wanted it to.

    Neither `:is` nor `:where` changes how specific the selector is (Selectors 4 §17).

    Before: tr > td
    After:  tr > :is(td:where(:not([data-a11y-was])),:where(th[data-a11y-was]))
    """
    return _CELL.sub(_as_it_was, selector)


def _cell(found: re.Match[str]) -> str | None:
    return found[1]


def _as_it_was(found: re.Match[str]) -> str:
    if not (tag := found[1]):
        return found[0]
    return f":is({tag}:where(:not([{WAS}])),:where({_OTHER[tag.lower()]}[{WAS}]))"


def with_focus(parts: list[str], declared: Mapping[str, str]) -> list[str]:
    """
    Lets the keyboard reveal what the pointer reveals (WCAG 2.1.1, 1.4.13).

    Before: li:hover > ul { display: block }
    After:  li:hover > ul, li:focus-within > ul { display: block }
    """
    if _REVEALS.isdisjoint(declared):
        return parts
    if any(declared.get(name) == value for name, value in _HIDES.items()):
        return parts
    more = [_HOVER.sub(":focus-within", part) for part in parts
            if _HOVER.search(part) and not _UNLESS.search(part)]  # fmt: skip
    return list(dict.fromkeys(parts + more)) if more else parts
