"""
Turns presentational attributes into styles of roles: `bgcolor`, `<font size>`, `width`.

They are hints, weaker than any style sheet (HTML §15.2), so what replaces them comes first in the
style attribute, where the author's own declarations override it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.css.block import EMPTY
from a11y_proxy.rewrite.css.original import with_original
from a11y_proxy.rewrite.css.palette import (
    DRAWN,
    LINE,
    PAPER,
    PLATE,
    SURFACE,
    ground_of,
    is_light,
    role,
)
from a11y_proxy.rewrite.css.table import rewrite
from a11y_proxy.rewrite.css.values import px, scaled
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.drawing import is_drawing, outermost
from a11y_proxy.standards.css import LEGACY_FONT_SIZES

Hint = Callable[[Element, str], str | None]
"""Takes the element and the attribute's value; gives the declarations to write instead of it.

None leaves the attribute: it does no harm."""

_PIXELS = re.compile(r"\s*+(\d{1,5}+)\d*+\s*+(?:px)?\s*+", re.IGNORECASE)
_CELLS = frozenset({"td", "th", "col", "colgroup"})


def _nothing(element: Element, value: str) -> str | None:
    del element, value
    return ""


def _kept(element: Element, value: str) -> None:
    del element, value


def _ground(element: Element, value: str) -> str:
    """A legacy colour may lack its # and is never invalid (HTML §2.3.6)."""
    del element
    colour = value.strip().lower()
    if not colour or colour == "transparent":
        return ""
    found = next(((role(ground), text) for text in (colour, f"#{colour}")
                  if (ground := ground_of(text)) not in {"invalid", "none"}), None)  # fmt: skip
    return f"background-color:{with_original(*found) if found else SURFACE}"


def _line(element: Element, value: str) -> str:
    del element
    return f"border-color:{with_original(LINE, value.strip())}"


def _size(element: Element, value: str) -> str | None:
    return _font_size(value) if element.tag == "font" else _columns(element, value)


def _columns(element: Element, value: str) -> str | None:
    """
    Gives the width of a field in characters, for the base sheet to use as far as there is room.

    A field counts with all its width towards the narrowest its table can be; a length that
    may be a share of the table does not.
    """
    del element
    match = re.match(r"\s*(\d{1,3})", value)
    return f"--a11y-columns:{match[1]}ch" if match and int(match[1]) else None


def _font_size(value: str) -> str:
    """See HTML §2.3.7, legacy font sizes: 1 to 7, or steps from 3."""
    match = re.match(r"\s*([-+]?)(\d+)", value)
    if not match:
        return ""
    steps = int(match[2][:3])
    size = {"": steps, "+": 3 + steps, "-": 3 - steps}[match[1]]
    keyword = LEGACY_FONT_SIZES[min(max(size, 1), 7) - 1]
    return _style("font-size", keyword)


def _justify(element: Element, value: str) -> str | None:
    del element
    return "text-align:start" if value.strip().lower() == "justify" else None


def _width(element: Element, value: str) -> str | None:
    """A column of fixed width keeps its share of the table, a table its width where there is room."""
    match = _PIXELS.fullmatch(value)
    if not match:
        return None
    width = int(match[1])
    if element.tag not in _CELLS:
        return f"width:{scaled(px(width))};max-width:100%"
    table = next(element.iterancestors("table"), None)
    whole = _PIXELS.fullmatch(table.get("width", "")) if table is not None else None
    if whole and 0 < width <= int(whole[1]):
        return f"width:{round(100 * width / int(whole[1]))}%"
    return ""


def _style(name: str, value: str) -> str:
    return ";".join(f"{new}:{text}" for new, text in rewrite(name, value, EMPTY))


_GROUNDED = frozenset(
    {"body", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "marquee", "col", "colgroup"}
)
_ALIGNED = frozenset({"div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "tr", "tbody"})

HINTS: Mapping[str, tuple[frozenset[str], Hint]] = MappingProxyType(
    {
        "bgcolor": (_GROUNDED, _ground),
        # the sheet of a theme that repaints pages hides it: it is a hint, weaker than any rule
        "background": (_GROUNDED, _kept),
        "text": (frozenset({"body"}), _nothing),
        "link": (frozenset({"body"}), _nothing),
        "vlink": (frozenset({"body"}), _nothing),
        "alink": (frozenset({"body"}), _nothing),
        "color": (frozenset({"font", "basefont", "hr"}), _nothing),
        "bordercolor": (_GROUNDED | {"frame", "frameset", "iframe"}, _line),
        "size": (frozenset({"font", "input"}), _size),
        "cols": (frozenset({"textarea"}), _columns),
        "align": (_ALIGNED, _justify),
        "nowrap": (frozenset({"td", "th"}), _nothing),
        "width": (_CELLS | {"table", "hr"}, _width),
        # large text in a small frame can be reached by scrolling only (WCAG 1.4.4)
        "scrolling": (frozenset({"frame", "iframe"}), _nothing),
        "noresize": (frozenset({"frame"}), _nothing),
    }
)
"""Attribute to the elements that it styles, and what becomes of it (HTML §15.3)."""

_BY_TAG: Mapping[str, list[tuple[str, Hint]]] = MappingProxyType(
    {
        tag: [(name, hint) for name, (tags, hint) in HINTS.items() if tag in tags]
        for tag in frozenset().union(*(tags for tags, _ in HINTS.values()))
    }
)


def presentational(page: Page) -> None:
    """
    Replaces each hint; layout "text" takes them away. Icons take the colour of the text.

    An SVG in several colours keeps them, on the light plate that it was drawn for.
    """
    plain = page.rendition.layout == "text"
    found = [
        (element, name, hint(element, value))
        for element in page.root.iter(*_BY_TAG)
        for name, hint in _BY_TAG[str(element.tag)]
        if (value := element.get(name)) is not None
    ]
    for element, name, style in found:
        if style is not None or plain:
            del element.attrib[name]
        if style and not plain:
            _add(element, style)
    for svg in outermost(page.root):
        _paint(svg)


def _add(element: Element, style: str) -> None:
    written = element.get("style", "")
    element.set("style", f"{style};{written}" if written else style)


def _paint(svg: Element) -> None:
    """What is white upon a shape in the text's colour is cut out of it, or both would be one blob."""
    if is_drawing(svg):
        _add(svg, f"background-color:{PLATE}")
        return
    parts = [(part, name) for part in svg.iter("*") for name in ("fill", "stroke")
             if name in part.attrib]  # fmt: skip
    two = any(part.attrib[name].strip().lower() == "currentcolor" for part, name in parts)
    for part, name in parts:
        written = part.attrib[name].strip()
        if two and is_light(written):
            part.set(name, with_original(PAPER, written))
            continue
        ((_, colour),) = rewrite(name, written, EMPTY)
        part.set(name, colour)
    if "fill" not in svg.attrib:  # its shapes are black unless something says otherwise
        svg.set("fill", with_original(DRAWN, "inherit"))
