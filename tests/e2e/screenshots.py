"""Makes the pictures of the README anew: `make screenshots`. The ordinary run leaves it out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "docs" / "screenshots"
PAGES = {"home": "/", "article": "/news/1187.html", "appeal": "/appeal/"}
THEMES = ("black-on-white", "yellow-on-black")
SIZE = {"width": 1200, "height": 760}
LARGEST = 200_000  # bytes: a README is read on slow lines, too

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", PAGES)
def test_pictures_of_a_page(name: str, original: Any, visitor: Any, settle: Any) -> None:
    visits = {"original": original(viewport=SIZE)}
    visits |= {theme: visitor(f"theme={theme}", viewport=SIZE) for theme in THEMES}
    FOLDER.mkdir(parents=True, exist_ok=True)
    for look, page in visits.items():
        settle(page, PAGES[name])
        file = FOLDER / f"{name}-{look}.jpg"
        page.screenshot(path=file, type="jpeg", quality=70)
        assert file.stat().st_size < LARGEST


if __name__ == "__main__":
    raise SystemExit(pytest.main([__file__, "--quiet"]))
