"""The arithmetic against values that WCAG's own formula is known to give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_proxy.core.colour import channels, contrast, luminance

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_black_on_white_is_twenty_one_to_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ffff00", "#000000", 19.56),
        ("#063462", "#9dd1ff", 7.76),
        ("#4d4b43", "#f7f3d6", 7.80),
        ("#A9E44D", "#3B2716", 9.34),
    ],
)
def test_known_pairs_have_their_known_ratio(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_green_weighs_most_and_blue_least():
    assert luminance("#00ff00") > luminance("#ff0000") > luminance("#0000ff")


@given(COLOURS, COLOURS)
def test_the_order_of_two_colours_does_not_matter(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0000001


@pytest.mark.parametrize("text", ["red", "#fff", "#12345g", "", "#1234567", "rgb(0,0,0)"])
def test_any_other_notation_is_refused(text):
    with pytest.raises(ValueError, match="#rrggbb"):
        channels(text)
