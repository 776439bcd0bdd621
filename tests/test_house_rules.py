"""What a reader of this code may rely on, and no linter knows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "a11y_proxy"
MODULES = sorted(PACKAGE.rglob("*.py"))
THEMES = sorted(
    folder.name for folder in (ROOT / "themes").glob("*") if (folder / "theme.toml").exists()
)
LONGEST = 300
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
# RFC 2606 and RFC 6761 keep these names for examples; schemas and standards are named by address.
NEUTRAL = re.compile(
    r"(^|\.)(example(\.(com|org|net))?|invalid|test|localhost|w3\.org|whatwg\.org)$"
)
HOST = re.compile(r"(?:https?:)?//([a-z0-9.-]+\.[a-z]{2,})", re.IGNORECASE)
COLOUR = re.compile(
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE
)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def words_of_code(path: Path) -> Iterator[str]:
    """Gives a module's string literals without its docstrings."""
    tree = ast.parse(path.read_text())
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_says_why_it_exists(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text())), f"{named(path)} has no docstring"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_fits_in_a_readers_head(path: Path) -> None:
    tables = {PACKAGE / "standards", PACKAGE / "town"}
    if not tables & set(path.parents):
        assert len(path.read_text().splitlines()) <= LONGEST


def test_no_file_is_named_for_anything_and_everything() -> None:
    parts = {part for path in MODULES for part in (path.stem, path.parent.name)}
    assert not parts & VAGUE


def test_no_theme_is_named_in_python() -> None:
    assert THEMES, "there are no themes to look for"
    pattern = re.compile(
        "|".join(rf"(?<![\w-]){re.escape(name)}(?![\w-])" for name in THEMES if "-" in name)
    )
    found = [
        (named(path), text)
        for path in MODULES
        for text in words_of_code(path)
        if pattern.search(text)
    ]
    assert found == []


def test_no_site_is_named_in_python() -> None:
    found = [
        (named(path), host)
        for path in MODULES
        for text in words_of_code(path)
        for host in HOST.findall(text)
        if not NEUTRAL.search(host)
    ]
    assert found == []


def test_the_rewriting_knows_roles_and_no_colours() -> None:
    found = [
        (named(path), text)
        for path in MODULES
        if PACKAGE / "rewrite" in path.parents
        for text in words_of_code(path)
        if COLOUR.search(text)
    ]
    assert found == []
