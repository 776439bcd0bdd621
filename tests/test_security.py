"""The threat model names tests; each of them is one."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAMED = set(re.findall(r"`(test_\w+)`", (ROOT / "SECURITY.md").read_text()))
WRITTEN = {
    name
    for file in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^(?:async )?def (test_\w+)", file.read_text(), re.MULTILINE)
}


def test_every_defence_names_a_test_that_there_is() -> None:
    assert sorted(NAMED - WRITTEN) == []


def test_every_attack_of_the_model_names_at_least_one() -> None:
    text = (ROOT / "SECURITY.md").read_text().partition("| attack |")[2].partition("\n\n")[0]
    rows = [line for line in text.splitlines()[2:] if line.startswith("| ")]
    assert len(rows) > 20
    assert [row for row in rows if "`test_" not in row.rpartition(" | ")[2]] == []
