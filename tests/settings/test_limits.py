"""The operators' page of limits is true of the settings."""

from __future__ import annotations

import re
from pathlib import Path

from a11y_proxy.settings import LimitSettings

PAGE = Path(__file__).parents[2] / "docs" / "limits.md"
_ROW = re.compile(r"^\| `(\w+)` \| (\S+) \|", re.MULTILINE)


def test_every_limit_stands_in_the_page_with_its_default() -> None:
    told = {name: float(default) for name, default in _ROW.findall(PAGE.read_text("utf-8"))}
    assert told == {name: float(value) for name, value in LimitSettings()}
