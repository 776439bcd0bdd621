"""Bytes to text: what the label says, unless the bytes know better."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_proxy.core.charset import decode, decode_css, output_encoding

NEWS = "Засідання виконавчого комітету Каховської міської ради. Їжак, ґанок, Європа."
PAGE = f"<html><head><title>{NEWS}</title></head><body><p>{NEWS}</p></body></html>"


def declaring(label: str) -> str:
    return f'<meta http-equiv="Content-Type" content="text/html; charset={label}">{PAGE}'


@pytest.mark.parametrize(
    ("body", "header", "label"),
    [
        pytest.param(PAGE.encode(), "utf-8", "utf-8", id="header"),
        pytest.param(PAGE.encode("cp1251"), "windows-1251", "windows-1251", id="windows-1251"),
        pytest.param(PAGE.encode("cp1251"), "CP1251", "windows-1251", id="an alias"),
        pytest.param(PAGE.encode("koi8-u"), "koi8-u", "koi8-u", id="koi8-u"),
        pytest.param(b"\xef\xbb\xbf" + PAGE.encode(), "windows-1251", "utf-8", id="the mark wins"),
        pytest.param(declaring("windows-1251").encode("cp1251"), None, "windows-1251", id="meta"),
        pytest.param(f'<meta charset="utf-8">{PAGE}'.encode(), None, "utf-8", id="meta charset"),
        pytest.param(
            f"<!-- <meta charset=koi8-u> --><meta charset=windows-1251>{PAGE}".encode("cp1251"),
            None,
            "windows-1251",
            id="a declaration in a comment is none",
        ),
        pytest.param(
            f"<?xml version='1.0' encoding='windows-1251'?>{PAGE}".encode("cp1251"),
            None,
            "windows-1251",
            id="XML declaration",
        ),
        pytest.param(PAGE.encode(), None, "utf-8", id="undeclared UTF-8"),
        pytest.param(PAGE.encode("cp1251"), None, "windows-1251", id="undeclared windows-1251"),
        pytest.param(PAGE.encode("koi8-u"), None, "koi8-u", id="undeclared koi8-u"),
        pytest.param(
            declaring("windows-1251").encode("cp1251"),
            "utf-8",
            "windows-1251",
            id="UTF-8 by the server's default, and it is not",
        ),
        pytest.param(
            declaring("utf-8").encode("cp1251"),
            "utf-8",
            "windows-1251",
            id="UTF-8 by every label, and it is not",
        ),
        pytest.param(
            declaring("windows-1251").encode(),
            "windows-1251",
            "utf-8",
            id="windows-1251 by every label, and it is UTF-8",
        ),
        pytest.param(PAGE.encode(), "iso-8859-1", "utf-8", id="Latin by default, and it is UTF-8"),
        pytest.param(
            declaring("windows-1251").encode("cp1251"),
            "iso-8859-1",
            "windows-1251",
            id="two labels that disagree: the bytes decide",
        ),
        pytest.param(PAGE.encode("cp1251"), "no-such-thing", "windows-1251", id="unknown label"),
        pytest.param(PAGE.encode("cp1251"), "iso-2022-kr", "windows-1251", id="hiding label"),
        pytest.param(PAGE.encode("utf-16"), None, "utf-16le", id="UTF-16 with a mark"),
        pytest.param(PAGE.encode("utf-16-be"), None, "utf-16be", id="UTF-16BE without one"),
        pytest.param(PAGE.encode("utf-16-le"), "utf-8", "utf-16le", id="UTF-16LE called UTF-8"),
        pytest.param(declaring("utf-16").encode(), None, "utf-8", id="meta cannot mean UTF-16"),
        pytest.param(PAGE.encode(), "utf-16le", "utf-8", id="the header cannot either"),
    ],
)
def test_the_text_is_what_was_meant(body: bytes, header: str | None, label: str):
    text, found = decode(body, header)
    assert found == label
    assert text.endswith(PAGE)


@pytest.mark.parametrize("header", ["utf-8", "windows-1251", None])
def test_a_damaged_utf8_page_stays_utf8_and_keeps_the_rest(header: str | None):
    body = PAGE.encode() + b"\xd0" + PAGE.encode()
    assert decode(body, header) == (f"{PAGE}\N{REPLACEMENT CHARACTER}{PAGE}", "utf-8")


def test_an_ascii_page_keeps_its_label_for_its_forms():
    assert decode(b"<form>", "windows-1251") == ("<form>", "windows-1251")


def test_nul_bytes_end_nothing():
    assert decode(b"<p>a\0b</p>", "utf-8")[0] == "<p>a\0b</p>"


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "windows-1251", "utf-16", "x", ""]))
def test_no_bytes_and_no_label_make_it_fail(body: bytes, header: str | None):
    text, label = decode(body, header)
    assert label
    assert bool(text) or len(body) <= 4
    decode_css(body, header, header)


SHEET = "a::before { content: 'Їжак, ґанок, новини громади' }"


@pytest.mark.parametrize(
    ("body", "header", "page", "label"),
    [
        pytest.param(SHEET.encode(), None, None, "utf-8", id="by default"),
        pytest.param(SHEET.encode("cp1251"), "windows-1251", None, "windows-1251", id="header"),
        pytest.param(SHEET.encode("cp1251"), None, "windows-1251", "windows-1251", id="the page's"),
        pytest.param(
            f'@charset "windows-1251";{SHEET}'.encode("cp1251"),
            None,
            None,
            "windows-1251",
            id="@charset",
        ),
        pytest.param(
            f'@charset "windows-1251";{SHEET}'.encode(),
            None,
            None,
            "utf-8",
            id="@charset of the time before",
        ),
        pytest.param(SHEET.encode("cp1251"), "utf-8", None, "windows-1251", id="contradicted"),
        pytest.param(b"\xef\xbb\xbf" + SHEET.encode(), "koi8-u", None, "utf-8", id="mark"),
        pytest.param(SHEET.encode("utf-16"), None, None, "utf-16le", id="UTF-16"),
    ],
)
def test_a_sheet_is_read_as_it_was_meant(
    body: bytes, header: str | None, page: str | None, label: str
):
    text, found = decode_css(body, header, page)
    assert found == label
    assert text.endswith(SHEET)


def test_queries_are_never_sent_in_utf16():
    assert output_encoding("utf-16le") == "utf-8"
    assert output_encoding("windows-1251") == "windows-1251"
