"""Pictures off: words stand where pictures stood, and nothing is out of reach."""

from __future__ import annotations

import pytest

from a11y_proxy.core.artifact import render
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform

WORDS = Phrases({"en": {}, "uk": {}})


def without_pictures(markup: str) -> str:
    source = Source("http://town.example/", "text/html", markup.encode(), fragment=True)
    site = Site("http://town.example")
    artifact = transform(source, Rendition(images="off"), site, WORDS, strict=True)
    return render(artifact, lambda _: b"").decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            '<img src="a.jpg" alt="Площа"> ввечері',
            '<span class="a11y-picture">Picture: Площа</span> ввечері',
            id="a picture's words stand in its place",
        ),
        pytest.param(
            'до<img src="a.jpg" alt="">після',
            "до<span></span>після",
            id="a decorative picture says nothing",
        ),
        pytest.param(
            '<img src="/a.jpg">',
            '<span class="a11y-picture"><a href="/a.jpg">Picture without a description</a></span>',
            id="a picture without words can still be opened",
        ),
        pytest.param(
            '<img src="javascript:alert(1)">',
            '<span class="a11y-picture">Picture without a description</span>',
            id="what is no place becomes no link",
        ),
        pytest.param(
            '<img id="top" title="Герб" src="a.jpg" alt="Герб">',
            '<span id="top" title="Герб" class="a11y-picture">Picture: Герб</span>',
            id="what others refer to stays",
        ),
        pytest.param(
            '<img src="map.gif" usemap="#m" alt="Округи">',
            '<img src="map.gif" usemap="#m" alt="Округи"/>',
            id="an image map stays, its links have no other place",
        ),
        pytest.param(
            '<input type="image" src="go.png" alt="Шукати">',
            '<input type="image" alt="Шукати"/>',
            id="a button that is a picture shows its words",
        ),
        pytest.param(
            '<svg><image href="a.jpg"/><image xlink:href="a.jpg"/><use href="#i"/></svg>',
            '<svg style="background-color:var(--a11y-plate)"><image></image><image></image>'
            '<use href="#i"></use></svg>',
            id="a photograph in a drawing goes, the drawing stays",
        ),
        pytest.param(
            '<video poster="a.jpg" src="a.mp4" class="player"></video>',
            '<video src="a.mp4" class="player"></video>',
            id="a film shows no picture before it is played",
        ),
    ],
)
def test_words_stand_where_the_picture_stood(before: str, after: str) -> None:
    assert without_pictures(before) == after


def test_a_link_around_a_picture_holds_no_second_link() -> None:
    page = without_pictures('<a href="/big.jpg"><img src="small.jpg"></a>')
    assert page.count("<a ") == 1
