"""The words of captions come whole, in their order, and without what is not words."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_proxy.core.webvtt import LONGEST, NotCaptionsError, Paragraph, paragraphs

CUE = "00:01.000 --> 00:02.000\n"


def said(*cues: str) -> list[tuple[str, str]]:
    text = "WEBVTT\n\n" + "\n\n".join(CUE + cue for cue in cues)
    return [(part.speaker, part.words) for part in paragraphs(text)]


def test_a_sentence_that_runs_over_captions_is_one_paragraph() -> None:
    assert said("Площа Соборна: громада", "збирається\nна концерт.", "Далі.") == [
        ("", "Площа Соборна: громада збирається на концерт."),
        ("", "Далі."),
    ]


def test_a_voice_is_named_and_ends_where_its_tag_ends() -> None:
    assert said("<v Голова>Прошу</v>\n<v.loud Ганна Іванівна>Так</v> (оплески)") == [
        ("Голова", "Прошу"),
        ("Ганна Іванівна", "Так"),
        ("", "(оплески)"),
    ]


def test_marks_are_no_words_and_references_are_letters() -> None:
    assert said("<c.red>A &lt;b&gt; <00:01.500>&amp; <i>c</i>&nbsp;d") == [("", "A <b> & c d")]


def test_two_speakers_in_one_caption_are_two_paragraphs() -> None:
    assert said("- Є питання?\n- Ні.") == [("", "- Є питання?"), ("", "- Ні.")]


def test_what_rolls_upwards_is_read_once() -> None:
    assert said("Шановна громадо", "Шановна громадо", "громадо", "вітаю") == [
        ("", "Шановна громадо вітаю")
    ]


def test_sounds_stand_alone() -> None:
    assert said("Вітаю", "[дзвони]", "Отже") == [("", "Вітаю"), ("", "[дзвони]"), ("", "Отже")]


def test_words_without_a_full_stop_do_not_become_one_endless_paragraph() -> None:
    parts = said(*(f"слово {number}" for number in range(500)))
    assert 5 < len(parts) < 50


def test_styles_remarks_and_names_of_captions_are_no_words() -> None:
    text = f"\ufeffWEBVTT title\r\nKind: captions\r\n\r\nSTYLE\r\n::cue {{}}\r\n\r\nNOTE x\r\n\r\n7\r\n{CUE}Hi\r\n"
    assert paragraphs(text) == (Paragraph("", "Hi"),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>WEBVTT",
        "WEBVTTX\n\n",
        "1\n00:00:01,000 --> 00:00:02,000\nSubRip",
        "WEBVTT\n" * LONGEST,
    ],
)
def test_what_is_no_webvtt_is_refused(text: str) -> None:
    with pytest.raises(NotCaptionsError):
        paragraphs(text)


@given(st.lists(st.text(st.sampled_from("ab <v>/.&;\n->"), max_size=40)))
def test_no_captions_are_too_strange(cues: list[str]) -> None:
    for _, words in said(*cues):
        assert words


@pytest.mark.parametrize("piece", ["<v ", "<", "\n ", "\n-", "&", "<v.", '"', "</v", "a\n\n" + CUE])
def test_no_captions_take_long(piece: str) -> None:
    text = f"WEBVTT\n\n{CUE}" + piece * ((LONGEST - 100) // len(piece))
    start = process_time()
    paragraphs(text)
    assert process_time() - start < 3
