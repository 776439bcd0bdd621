from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a file of settings and gives its name."""

    def write(text: str) -> Path:
        path = tmp_path / "a11y-proxy.toml"
        path.write_text(text, "utf-8")
        return path

    return write
