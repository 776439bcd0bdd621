"""Themes together: inheritance, promises, order, the default."""

import re

import pytest

from a11y_proxy.theming.contrast import BrokenPromiseError, Pair, lowest, pairs
from a11y_proxy.theming.registry import build
from a11y_proxy.theming.theme import ThemeError

CHILD = '[theme]\ninherit = "plain"\norder = 2\n[title]\nuk = "Інша"\n'


def test_a_theme_states_only_what_differs(good):
    themes = build({"plain": good, "other": CHILD + '[palette]\nink = "#111111"'}, {}, {})
    assert themes["other"].palette["ink"] == "#111111"
    assert themes["other"].palette["paper"] == themes["plain"].palette["paper"]
    assert themes["other"].titles == {"uk": "Інша"}


def test_rules_of_its_own_come_after_inherited_ones(good):
    themes = build({"plain": good, "other": CHILD}, {"plain": "a{}", "other": "b{}"}, {})
    assert themes["other"].css == "a{}\nb{}"
    assert themes["plain"].css == "a{}"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (('inherit = "plain"', 'inherit = "plian"'), "'theme.inherit' is 'plian', .* 'plain'"),
        (('inherit = "plain"', 'inherit = "other"'), "inherits itself: other -> other"),
        (('inherit = "plain"\n', ""), "'other' has no colour for 'paper'"),
        (('[title]\nuk = "Інша"\n', ""), "'other' has no title"),
        (("order = 2", 'light = "plain"'), "'other' needs both 'theme.light' and 'theme.dark'"),
        (
            ("order = 2", 'light = "plain"\ndark = "other"'),
            "'theme.dark' must name a theme with a palette of its own",
        ),
    ],
)
def test_what_cannot_be_completed_is_named(good, change, message):
    with pytest.raises(ThemeError, match=message):
        build({"plain": good, "other": CHILD.replace(*change)}, {}, {})


def test_a_long_circle_is_found(good):
    one, other = CHILD.replace("plain", "b"), CHILD.replace("plain", "a")
    with pytest.raises(ThemeError, match="a -> b -> a"):
        build({"a": one, "b": other}, {}, {})


def test_a_broken_promise_is_refused_by_theme_pair_and_ratio(good):
    pale = good.replace('ink = "#000000"', 'ink = "#777777"')
    with pytest.raises(
        BrokenPromiseError, match=r"'plain' promises AAA but ink on \w+ is 3\.\d\d:1, below 7:1"
    ):
        build({"plain": pale}, {}, {})


def test_words_on_the_plate_of_pictures_are_held_to_the_promise_too(good):
    dim = re.sub('plate = ".*"', 'plate = "#888888"', good)
    with pytest.raises(BrokenPromiseError, match=r"ink on plate is 5\.92:1, below 7:1"):
        build({"plain": dim}, {}, {})


def test_a_ratio_is_not_rounded_up_to_its_promise():
    assert not Pair("ink", "paper", 6.9999, 7).holds
    assert Pair("ink", "paper", 7.0, 7).holds


def test_lines_need_three_to_one(good):
    with pytest.raises(BrokenPromiseError, match=r"line on \w+ is .* below 3:1"):
        build({"plain": good.replace("#555555", "#bbbbbb")}, {}, {})


def test_a_lesser_promise_is_measured_by_itself(good):
    grey = good.replace('"AAA"', '"AA"').replace('ink = "#000000"', 'ink = "#5a5a5a"')
    assert build({"plain": grey}, {}, {})["plain"].promise == "AA"


def test_every_text_and_line_meets_every_ground(good):
    theme = build({"plain": good}, {}, {})["plain"]
    assert len({(pair.role, pair.ground) for pair in pairs(theme)}) == 15 + 1
    text, line = lowest(theme)
    assert (text.floor, line.floor) == (7, 3)


def test_the_first_in_order_is_the_default_unless_the_operator_names_one(good):
    texts = {"a": good.replace("order = 1", "order = 9"), "b": good}
    assert build(texts, {}, {}).default == "b"
    assert list(build(texts, {}, {})) == ["b", "a"]
    assert build(texts, {}, {}, "a").default == "a"


def test_a_default_that_does_not_exist_is_named(good):
    with pytest.raises(ThemeError, match=r"the default theme 'plian' does not exist; .* 'plain'"):
        build({"plain": good}, {}, {}, "plian")


def test_no_theme_at_all_is_refused():
    with pytest.raises(ThemeError, match="there is no theme"):
        build({}, {}, {})
