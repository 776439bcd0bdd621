"""Pictures whose size stands in their tags: they grow with the text, and no further than their columns."""

import pytest

from a11y_proxy.core.preferences import Appearance
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.stylesheet import stylesheet

pytestmark = pytest.mark.browser

THEMES = read_themes()
SQUARE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'/>"


@pytest.fixture
def sizes(chromium):
    page = chromium.new_page(viewport={"width": 1280, "height": 800})

    def measured(attributes, scale, author="", tag="img"):
        sheet = stylesheet(THEMES, Appearance(THEMES.default, scale=scale))
        page.set_content(
            f"<!DOCTYPE html><style>{sheet}</style><style>{author}</style>"
            f'<{tag} id=it {attributes} src="{SQUARE}">'
        )
        box = page.locator("#it").bounding_box()
        return round(box["width"]), round(box["height"])

    yield measured
    page.close()


def test_a_banner_is_as_large_as_its_author_made_it_at_100_percent(sizes):
    assert sizes('width="180" height="60"', 100) == (180, 60)


def test_a_banner_grows_with_the_text_and_not_past_its_share_of_the_window(sizes):
    assert sizes('width="180" height="60"', 115) == (207, 69)
    assert sizes('width="180" height="60"', 150) == (225, 75)


def test_a_banner_grows_freely_where_columns_follow_each_other(sizes):
    assert sizes('width="180" height="60"', 400) == (720, 240)


def test_no_picture_is_wider_than_the_page(sizes):
    assert sizes('width="900" height="300"', 400)[0] <= 1280


@pytest.mark.parametrize(
    ("attributes", "size"), [('width="40"', (80, 40)), ('height="40"', (160, 80))]
)
def test_a_size_in_one_direction_grows_as_well(sizes, attributes, size):
    assert sizes(attributes, 200) == size


def test_a_picture_that_is_a_button_grows(sizes):
    assert sizes('type="image" width="60" height="20"', 400, tag="input")[0] == 240


def test_a_frame_grows_with_what_stands_in_it_up_to_the_height_of_the_window(sizes):
    def framed(scale, height):
        attributes = f'width="480" height="{height}" frameborder="0"'
        return sizes(attributes, scale, tag="iframe")

    assert framed(100, 100) == (480, 100)
    assert framed(150, 100) == (600, 150)
    assert framed(400, 300)[1] == 720, "90 % of 800 px"
    assert framed(400, 1200)[1] == 1200, "never less than its author gave"


@pytest.mark.parametrize("kept", ["usemap=#map", 'style="width:180px"'])
def test_what_has_another_measure_keeps_it(sizes, kept):
    assert sizes(f'width="180" height="60" {kept}', 400)[0] == 180


def test_a_size_in_the_author_s_sheet_goes_before_one_in_the_tag(sizes):
    assert sizes('width="180" height="60"', 400, author="img { width: 90px }")[0] == 90
