"""A photograph behind a caption comes to stand above it; what is no such pair is left alone."""

from __future__ import annotations

import pytest

from a11y_proxy.core.artifact import render
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Images, Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform

SHOWN = "var(--a11y-picture, url(&quot;/bridge.jpg&quot;))"
BOX = f'<span class="a11y-photo" style="background-image:{SHOWN}"></span>'
PHOTO = "background: url(/bridge.jpg) center / cover"


def shown(markup: str, images: Images = "on") -> str:
    source = Source("http://town.example/", "text/html", markup.encode(), fragment=True)
    site, words = Site("http://town.example"), Phrases({}, default="en")
    artifact = transform(source, Rendition(images=images), site, words, strict=True)
    return render(artifact, lambda _: b"").decode()


@pytest.mark.parametrize(
    "inside",
    ["Міст", "<p>Міст</p>", "<h2>Міст</h2><p>через <b>Збруч</b></p>", "\n<a href=/x>Міст</a>"],
)
def test_a_photograph_stands_above_the_words_it_lay_behind(inside: str) -> None:
    after = shown(f'<div style="{PHOTO}">{inside}</div>')
    assert f">{BOX}{inside[:1]}" in after
    assert after.count(BOX) == 1


@pytest.mark.parametrize(
    "markup",
    [
        f'<div style="{PHOTO}"></div>',
        f'<div style="{PHOTO}"><input value="Міст"></div>',
        f'<div style="{PHOTO}"><img src="/a.png" alt="Міст">Міст</div>',
        f'<div style="{PHOTO}"><ul><li>Міст</li></ul></div>',
        f'<div style="{PHOTO}">{"Міст " * 100}</div>',
        f'<td style="{PHOTO}">Міст</td>',
        f'<a style="{PHOTO}">Міст</a>',
        '<div style="background: url(/texture.gif)">Міст</div>',
        '<div style="background: url(/logo.png)">Міст</div>',
        '<div style="color: red">Міст</div>',
        '<div class="hero">Міст</div>',
    ],
)
def test_what_is_no_caption_on_a_photograph_gets_no_box(markup: str) -> None:
    assert "a11y-photo" not in shown(markup)


def test_visitors_without_pictures_get_no_box() -> None:
    assert "a11y-photo" not in shown(f'<div style="{PHOTO}">Міст</div>', images="off")
