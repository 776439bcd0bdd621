"""What an author of a theme is told about a mistake in it."""

import pytest

from a11y_proxy.theming.parse import parse
from a11y_proxy.theming.theme import ThemeError


def test_a_good_file_is_read(good):
    draft = parse("plain", good)
    assert draft.titles["uk"] == "Чорним по білому"
    assert draft.palette["link"] == "#00009f"


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("paper =", "papre =", r"theme 'plain' has an unknown key 'palette.papre'; .* 'paper'"),
        ("order = 1", "ordr = 1", r"unknown key 'theme.ordr'; did you mean 'order'\?"),
        ("[palette]", "[pallete]", r"unknown key 'pallete'; did you mean 'palette'\?"),
        ('"AAA"', '"AAAA"', r"'theme.promise' must be \"AA\", \"AAA\" or \"none\", not 'AAAA'"),
        ("order = 1", 'order = "1"', "'theme.order' must be a whole number, not '1'"),
        ("order = 1", "order = true", "'theme.order' must be a whole number, not True"),
        ('"#000000"', '"black"', "'palette.ink' must be a colour of the form #rrggbb, not 'black'"),
        ('"#000000"', "0", "'palette.ink' must be a colour of the form #rrggbb, not 0"),
        ('uk = "Чорним по білому"', "uk = 7", "'title.uk' must be some text, not 7"),
        ("[title]", "[title", "theme 'plain' is not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_what_would_do(good, before, after, message):
    assert before in good
    with pytest.raises(ThemeError, match=message):
        parse("plain", good.replace(before, after))


@pytest.mark.parametrize("name", ["..", "a b", "a{}", "контраст", "a/../b", "a\n", ""])
def test_a_name_that_cannot_stand_in_a_style_sheet_is_refused(good, name):
    with pytest.raises(ThemeError, match="a folder's name may hold only Latin letters"):
        parse(name, good)


def test_a_key_where_a_table_belongs_is_named():
    with pytest.raises(ThemeError, match=r"'palette' must be a table, written \[palette\]"):
        parse("plain", 'palette = "dark"')


def test_a_word_like_no_key_is_answered_with_all_of_them(good):
    with pytest.raises(ThemeError, match="known are focus, ink, line, link"):
        parse("plain", good + 'xyzzy = "#000000"')
