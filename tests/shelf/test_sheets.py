"""The style sheets of the shelf: the fast path writes them, and as the exact one would."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y_proxy.core.artifact import Marker
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.scan import scan_sheet
from a11y_proxy.rewrite.css.sheet import normalised
from a11y_proxy.rewrite.css.walk import walked
from tests.shelf.origin import PACKAGES
from tests.shelf.shelf import FOLDERS, SAMPLE, SHEETS

CONTEXT = SheetContext(lambda url: f"/mapped/{url}", Marker("0" * 32))


def each(slugs: dict[str, str]) -> list:
    return [pytest.param(slug, marks=() if slug in SAMPLE else pytest.mark.shelf) for slug in slugs]


def sheets(slug: str) -> list[Path]:
    """A package's sheets, each in one form: as it was written, or minified where only that is."""
    files = sorted((PACKAGES / FOLDERS[slug]).rglob("*.css"))
    plain = {str(file) for file in files}
    return [
        file
        for file in files
        if ".min." not in file.name or str(file).replace(".min.", ".") not in plain
    ]


def written_alike(file: Path) -> bool:
    text = normalised(file.read_text(errors="replace").removeprefix("\ufeff"))
    return scan_sheet(text, CONTEXT) in (None, walked(text, CONTEXT, nested=False))


@pytest.mark.parametrize("slug", each(FOLDERS))
def test_every_sheet_is_written_as_the_walk_writes_it(slug: str) -> None:
    files = sheets(slug)
    assert files, "a package without style sheets"
    assert [file.name for file in files if not written_alike(file)] == []


@pytest.mark.parametrize("slug", each(SHEETS))
def test_the_sheet_of_a_framework_takes_the_fast_path(slug: str) -> None:
    text = (PACKAGES / FOLDERS[slug] / SHEETS[slug]).read_text()
    assert scan_sheet(normalised(text), CONTEXT) is not None
