"""A recipe is read at the start and whenever it changes; pages follow at once."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

PAGE = b"<!doctype html><html lang=uk><title>t</title><body><h1>x</h1><p class=a>one<p class=b>two"


def test_a_page_follows_the_recipe_as_soon_as_it_changes(origin, start, tmp_path: Path) -> None:
    recipe = tmp_path / "town.toml"
    recipe.write_text('removals = [".a"]', "utf-8")
    # a page that stays fresh for an hour is kept with what was made of it
    origin.page("/recipe", PAGE, "Cache-Control: max-age=3600")
    with start(origin.url, A11Y_SITE__RECIPE=str(recipe)) as proxy:

        def shown() -> list[bool]:
            text = proxy.ask("/recipe", Accept_Encoding="identity").text
            return [f'class="{name}"' in text for name in "ab"]

        assert shown() == shown() == [False, True]
        recipe.write_text('removals = [".b"]  # changed', "utf-8")
        deadline = time.monotonic() + 10
        while shown() != [True, False]:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        recipe.write_text("removals = [", "utf-8")
        time.sleep(1.5)
        assert shown() == [True, False]
        assert "recipe-removal" in proxy.ask("/_a11y/report?path=/recipe").text


def test_a_recipe_that_cannot_be_used_stops_the_start_with_a_sentence(tmp_path: Path) -> None:
    recipe = tmp_path / "town.toml"
    recipe.write_text('mein = "#content"', "utf-8")
    config = tmp_path / "a11y-proxy.toml"
    config.write_text(f'[site]\norigin = "http://t.example"\nrecipe = "{recipe}"\n', "utf-8")
    command = [sys.executable, "-m", "a11y_proxy", "serve", "--config", str(config)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert "`mein` is not a key of a recipe; the nearest is `main` (town.toml)" in done.stderr


def test_a_script_is_changed_only_where_the_recipe_names_it(origin, start, tmp_path: Path) -> None:
    """A23, B11."""
    recipe = tmp_path / "town.toml"
    recipe.write_text('scripts = ["/named.js"]', "utf-8")
    script = f"get('{origin.url}/a') // {origin.url}/b Ґ".encode("cp1251")
    for path in ("/named.js?v=2", "/other.js"):
        origin.page(path, script, "Content-Type: application/javascript")
    scripts = (
        f'<script src="{path}" integrity="sha256-x"></script>'
        for path in ("/named.js?v=2", "/other.js")
    )
    origin.page("/scripts", "".join(scripts).encode())
    with start(origin.url, A11Y_SITE__RECIPE=str(recipe)) as proxy:
        mapped = f"get('/a') // {origin.url}/b Ґ".encode("cp1251")
        assert proxy.ask("/named.js?v=2", Sec_Fetch_Dest="script").body == mapped
        assert proxy.ask("/other.js", Sec_Fetch_Dest="script").body == script
        page = proxy.ask("/scripts").text
        assert '<script src="/named.js?v=2"></script>' in page
        assert '<script src="/other.js" integrity="sha256-x"></script>' in page
