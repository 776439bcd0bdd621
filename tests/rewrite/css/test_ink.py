"""Icons written into their own address: redrawn in the ink where they have one colour."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable

import pytest

from a11y_proxy.rewrite.css.ink import inked

DATA = "data:image/svg+xml,"


def drawn(inside: str, attributes: str = "") -> str:
    return f"{DATA}<svg xmlns='http://www.w3.org/2000/svg'{attributes}>{inside}</svg>"


def black(inside: str, attributes: str = "") -> str:
    text = drawn(inside, attributes).replace("<", "%3C").replace(">", "%3E")
    return f'var(--a11y-on-light,url("{text.replace("#", "%23")}"))'


ONE_COLOUR = {
    drawn("<path fill='#fff' d='M0 0h9'/>"): black("<path fill='#000' d='M0 0h9'/>"),
    drawn("<path stroke='red' d=''/>", " fill='none'"): (
        black("<path stroke='#000' d=''/>", " fill='none'")
    ),
    drawn("<path d='M0 0h9'/>").replace("<svg", "<svg viewBox='0 0 9 9'"): (
        black("<path d='M0 0h9'/>").replace("%3Csvg", "%3Csvg fill='%23000' viewBox='0 0 9 9'")
    ),
    drawn("<path fill='rgba(0,0,0,.5)' fill-opacity='.2'/>"): black("<path fill='#000' />"),
    drawn("<path style='fill:teal;opacity:.3'/>"): black("<path style='fill:#000;'/>"),
}
LEFT_ALONE = (
    drawn("<path fill='red'/><path fill='blue'/>"),
    drawn("<image href='a.png'/>"),
    drawn("<linearGradient/>"),
    drawn("<style>.a{fill:red}</style>"),
    drawn("<path fill='red'/>").replace("svg+xml", "png"),
    DATA + "no drawing",
    DATA.replace(",", ";base64,") + "***",
    "/img/icon.svg",
    drawn("<path fill='red'/>" * 400),
)


@pytest.mark.parametrize("address", ONE_COLOUR)
def test_an_icon_of_one_colour_is_drawn_twice(address: str) -> None:
    light, dark = ONE_COLOUR[address], ONE_COLOUR[address].replace("on-light", "on-dark")
    assert inked(address) == light + dark.replace("%23000", "%23fff")


@pytest.mark.parametrize("address", LEFT_ALONE)
def test_what_is_no_icon_of_one_colour_is_left_alone(address: str) -> None:
    assert inked(address) is None


def test_an_icon_in_base64_is_the_same_icon() -> None:
    (address, *_) = ONE_COLOUR
    encoded = b64encode(address.removeprefix(DATA).encode()).decode()
    assert inked(f"data:image/svg+xml;base64,{encoded}") == inked(address)


ICON = drawn("<path fill='red' d='M0 0h9v9z'/>", " width='12' height='12'")
USES = {
    f'background: url("{ICON}") no-repeat right center; color: #333': (
        "background:{} no-repeat right center;color:var(--a11y-text);"
    ),
    f'background-image: url("{ICON}"); background-repeat: no-repeat': (
        "background-image:{};background-repeat:no-repeat;"
    ),
    f'background: #eee url("{ICON}")': (
        "background:var(--a11y-picture, {});background-color:var(--a11y-chip, var(--a11y-paper));"
    ),
    f'width: 16px; height: 16px; background: url("{ICON}")': "width:16px;height:16px;background:{};zoom:var(--a11y-factor);--a11y-sprite:1;--a11y-piece:var(--a11y-factor);",
    "background: var(--x) center / 1em no-repeat": (
        "background:var(--a11y-image-x,none) center / 1em no-repeat;"
    ),
    "background-image: var(--x)": (
        "background-image:var(--a11y-picture, var(--a11y-image-x,none));"
        "background-color:var(--a11y-chip, var(--a11y-surface));"
    ),
}


@pytest.mark.parametrize("before", USES)
def test_an_icon_takes_the_ink_where_it_stands_beside_text(
    before: str, style: Callable[[str], str]
) -> None:
    assert style(before) == USES[before].format(inked(ICON))
