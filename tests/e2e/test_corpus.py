"""Saved pages of the web through `transform`, and a parser that is not ours to compare them."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import html5lib
import pytest
from click.testing import CliRunner

BESIDE = Path(__file__).parents[3] / "shared" / "corpus" / "pages"
FOLDER = Path(os.environ.get("A11Y_CORPUS", BESIDE))
PAGES = sorted(FOLDER.glob("*.html"))
NONE = "Set A11Y_CORPUS to a folder of saved pages (*.html) to compare them before and after"
SILENT = {"script", "style", "template"}


CONTROLS = {"button", "input", "select", "textarea"}
CELLS = {"td", "th"}
EMBEDDED = {"iframe", "img", "audio", "video", "area"}
PLUGGED = {"object": "data", "embed": "src", "div": "data", "span": "src"}
"""What plug-ins played, and what it becomes where there is none: by its file it is the same."""


def held(markup: bytes) -> Counter[str]:
    """Gives the words of a page as html5lib reads it, title included, its links, controls and cells."""
    text: bytes | str = markup
    with suppress(UnicodeDecodeError):
        # Saved pages often name no charset; what is valid UTF-8 is no other.
        text = markup.decode()
    tree = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    found = Counter[str]()
    written: list[str] = []

    def walk(element: Any) -> None:
        # words end where elements meet, but an abbreviation may be a part of one: FSF's
        edge = "" if element.tag == "abbr" else " "
        written.append(edge)
        if element.tag not in SILENT and element.get("data-a11y-ui") is None:
            # A comment's tag is a function; its text is no text.
            if isinstance(element.tag, str):
                written.append(element.text or "")
                found.update(things(element))
            for child in element:
                walk(child)
        written.append(edge + (element.tail or ""))

    walk(tree)
    found.update("".join(written).split())
    return found


def things(element: Any) -> Iterator[str]:
    """Gives what else the element is to its reader."""
    if element.tag == "a" and element.get("href") is not None:
        yield "<link>"
    elif element.tag in CONTROLS:
        yield f"<control {element.get('name')} {element.get('value')}>"
    elif element.tag in CELLS:
        yield "<cell>"
    elif element.tag in EMBEDDED:
        yield f"<{element.tag}>"
    elif file := element.get(PLUGGED.get(element.tag, "")):
        yield f"<file {file}>"


@pytest.mark.skipif(not PAGES, reason=NONE)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_transform_loses_no_word_link_control_or_cell_of_a_saved_page(path: Path) -> None:
    from a11y_proxy.cli import main

    result = CliRunner().invoke(main, ["transform", str(path)])
    assert result.exit_code == 0, result.stderr
    before, after = held(path.read_bytes()), held(result.stdout_bytes)
    assert before - after == Counter()
    assert re.search(rb"data-a11y-ui", result.stdout_bytes), "the page came back as it was"
