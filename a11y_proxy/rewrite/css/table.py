"""Which handler answers for which property: filled as the families are imported."""

from __future__ import annotations

from collections.abc import Callable

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.original import with_original
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


def handler_of(name: str) -> Handler | None:
    """Gives the handler for a property's name in lower case, with or without vendor prefix."""
    if name.startswith("-") and not name.startswith("--"):
        name = name[1:].partition("-")[2]
    return HANDLERS.get(name)


def rewrite(name: str, value: str, block: Block) -> Declarations:
    """Gives what to write for a declaration; the same arguments always give the same answer."""
    if "(" in value and "expression(" in value.lower():
        return ()
    handler = handler_of(name)
    if handler is None:
        return ((name, value),)
    answer = handler(name, value, block)
    if answer and answer[0][0] == name and len(value) <= _LONG:
        return ((name, with_original(answer[0][1], value)), *answer[1:])
    return answer
