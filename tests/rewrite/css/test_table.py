"""The table of handlers: what it refuses, and whom a prefixed property falls to."""

from __future__ import annotations

import pytest

from a11y_proxy.rewrite.css.block import EMPTY, Block
from a11y_proxy.rewrite.css.declarations import colour
from a11y_proxy.rewrite.css.table import HANDLERS, Declarations, declaration, handler_of
from a11y_proxy.standards.css import PROPERTIES


def as_it_is(name: str, value: str, block: Block) -> Declarations:
    return ((name, value),)


def test_a_property_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="not a known property: colour"):
        declaration("colour")(as_it_is)


def test_a_second_handler_for_a_property_is_refused() -> None:
    with pytest.raises(ValueError, match="two handlers for color"):
        declaration("color")(as_it_is)
    assert HANDLERS["color"]("color", "red", EMPTY) == (("color", "var(--a11y-text)"),)


def test_no_property_of_the_table_is_forgotten() -> None:
    assert set(HANDLERS) == PROPERTIES


@pytest.mark.parametrize("name", ["filter", "-webkit-filter", "-ms-filter"])
def test_a_prefixed_property_falls_to_the_plain_one(name: str) -> None:
    assert handler_of(name) is colour.unwanted


def test_a_custom_property_falls_to_nobody() -> None:
    assert handler_of("--webkit-filter") is None
