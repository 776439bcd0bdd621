"""The floors of the architecture hold: `pyproject.toml` says what may import what."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LINT = Path(sys.executable).with_name("lint-imports")


def test_imports_go_downward_only() -> None:
    result = subprocess.run(
        [LINT, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
