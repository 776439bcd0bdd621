"""A25, E09: what was found once is not found again, and a few new texts are tried each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
CASES = sorted(file for file in CORPUS.glob("*/*"))
OF_BYTES = {"page", "picture", "octets"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}: {case.name}")
def test_what_is_kept_is_read(case: Path) -> None:
    target, found = case.parent.name, case.read_bytes()
    TARGETS[target].check(found if target in OF_BYTES else found.decode())


def test_what_is_kept_is_small() -> None:
    assert sum(case.stat().st_size for case in CASES) < 100_000


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_is_too_strange_to_be_read_or_refused(name: str) -> None:
    target = TARGETS[name]
    some = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
    some(given(target.inputs)(target.check))()


def test_a_reader_that_loses_a_letter_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.targets.decode", lambda body, _: (body.decode() + "x", "utf-8"))
    with pytest.raises(AssertionError, match="lost"):
        TARGETS["page"].check(b"<p>a</p>")
