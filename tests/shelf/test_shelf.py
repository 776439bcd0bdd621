"""
Pages that nobody here wrote, as a visitor gets them: each promise, measured on each page.

Axe and painted contrast at 7:1, nothing wider than its window, no text cut off or covered, nothing
below 16 px, a focus that is seen, targets that can be hit; and the layout kept at 100 %.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.probes.visit import kept, look_at
from tests.shelf.shelf import SAMPLE, SHELF, Shelved

THEMES = ("black-on-white", "white-on-black", "brown-on-sand")
SCALES = (100, 200, 400)
# Of the sample, what holds every promise each time it is asked; `make test-shelf` asks for the rest.
ORDINARY = [(page, "white-on-black", 200) for page in SHELF if page.slug in SAMPLE - {"sb-admin"}]
WAYS = [
    *(pytest.param(*way, id=f"{way[0].address}-{way[1]}-{way[2]}") for way in ORDINARY),
    *(
        pytest.param(
            page, theme, scale, id=f"{page.address}-{theme}-{scale}", marks=pytest.mark.shelf
        )
        for page in SHELF
        for theme in THEMES
        for scale in SCALES
        if (page, theme, scale) not in ORDINARY
    ),
]

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("shelved", "theme", "scale"), WAYS)
def test_every_promise_holds_on_a_page_of_somebody_else(
    shelved: Shelved, theme: str, scale: int, shelf_visitor: Any, figures: list[str]
) -> None:
    page = shelf_visitor(f"theme={theme}&scale={scale}")
    found = look_at(page, shelved.address)
    page.context.close()
    told = ", ".join(f"{name} px: {each.figure}" for name, each in found.items())
    figures.append(f"{shelved.address} {theme} {scale} %: {told}")
    broken = [
        f"{name} px: {fault}"
        for name, each in found.items()
        if not each.held
        for fault in each.faults
    ]
    assert not broken, "\n".join(broken)


@pytest.mark.shelf
@pytest.mark.parametrize("shelved", SHELF, ids=lambda page: page.address)
def test_at_the_site_s_own_size_its_layout_is_kept(
    shelved: Shelved, shelf_visitor: Any, shelf_origin: str, shelf_proxy: str, figures: list[str]
) -> None:
    page = shelf_visitor("theme=black-on-white&scale=100")
    found = kept(page, shelf_origin + shelved.address, shelf_proxy + shelved.address)
    page.context.close()
    figures.append(f"{shelved.address}: {found.figure} blocks of text within 10 %")
    assert found.held, "\n".join(found.faults)
