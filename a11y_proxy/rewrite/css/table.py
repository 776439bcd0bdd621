"""Which handler answers for which property: filled as the families are imported."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.original import ROLE, with_original
from a11y_proxy.standards.css import PROPERTIES

Declarations = tuple[tuple[str, str], ...]
"""Names and values to write instead; empty drops the declaration."""

Handler = Callable[[str, str, Block], Declarations]
"""Takes the name and the value as written and what is known of the block."""

HANDLERS: dict[str, Handler] = {}

_LONG = 300
"""Characters of a value that is not worth keeping behind a role: most are data: addresses."""


def declaration(*names: str) -> Callable[[Handler], Handler]:
    """Enters a handler for properties; a vendor's prefixed property falls to the plain name's."""

    def enter(handler: Handler) -> Handler:
        for name in names:
            if name not in PROPERTIES:
                raise ValueError(f"not a known property: {name}")
            if name in HANDLERS:
                raise ValueError(f"two handlers for {name}")
            HANDLERS[name] = handler
        return handler

    return enter


@lru_cache(1024)
def handler_of(name: str) -> Handler | None:
    """Gives the handler for a property's name in lower case, with or without vendor prefix."""
    if name[:1] == "-" and name[:2] != "--":
        name = name[1:].partition("-")[2]
    return HANDLERS.get(name)


def handler_for(name: str, value: str) -> Handler | None:
    """Gives the handler for a declaration, as `handler_of`; None for what stays as it is."""
    if "(" in value and "expression(" in value.lower():
        return _dropped
    return handler_of(name)


def _dropped(name: str, value: str, block: Block) -> Declarations:
    del name, value, block
    return ()


def answer(handler: Handler, name: str, value: str, block: Block) -> Declarations:
    """Gives what a handler writes for a declaration, with the author's value behind a role."""
    found = handler(name, value, block)
    if found and found[0][1].startswith(ROLE) and found[0][0] == name and len(value) <= _LONG:
        return ((name, with_original(found[0][1], value)), *found[1:])
    return found


def rewrite(name: str, value: str, block: Block) -> Declarations:
    """Gives what to write for a declaration; the same arguments always give the same answer."""
    handler = handler_for(name, value)
    return answer(handler, name, value, block) if handler else ((name, value),)
