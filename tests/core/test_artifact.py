"""Artifacts: what is cut at the slots comes together again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from a11y_proxy.core.artifact import Artifact, Marker, Slot, render

MARK = Marker("0" * 32)
SLOTS = st.sampled_from(
    [Slot("head"), Slot("panel"), Slot("width", "768px"), Slot("width", "48em")]
)


@given(st.lists(st.tuples(st.text(), SLOTS)), st.text())
def test_what_was_cut_at_the_slots_is_whole_again_when_rendered(
    pieces: list[tuple[str, Slot]], end: str
) -> None:
    text = "".join(before + MARK.word(slot) for before, slot in pieces) + end
    parts, slots = MARK.cut(text.encode())

    assert list(slots) == [slot for _, slot in pieces]
    whole = render(Artifact("text/html", parts, slots), lambda slot: MARK.word(slot).encode())
    assert whole.decode() == text


def test_each_slot_is_filled_with_what_was_made_for_it() -> None:
    parts, slots = MARK.cut(
        f"<head>{MARK.word(Slot('head'))}</head> {MARK.word(Slot('width', '10em'))}".encode()
    )
    artifact = Artifact("text/html", parts, slots)
    assert render(artifact, lambda slot: f"[{slot.name} {slot.value}]".encode()) == (
        b"<head>[head ]</head> [width 10em]"
    )


def test_a_page_that_writes_another_pages_slot_word_keeps_it_as_text() -> None:
    foreign = Marker("f" * 32).word(Slot("panel")).encode()
    assert MARK.cut(foreign) == ((foreign,), ())


def test_a_page_without_slots_is_one_part() -> None:
    assert render(Artifact("text/html", (b"<p>x",)), lambda _: b"never") == b"<p>x"
