"""What the service needs of a store, whichever it is."""

from __future__ import annotations

from typing import Protocol, TypeVar

from a11y_proxy.core.fingerprint import Key

Value = TypeVar("Value")


class Store(Protocol[Value]):
    """Keeps values for a while; may forget any of them at any time."""

    def get(self, key: Key) -> Value | None:
        """Gives the value, or None."""

    def put(self, key: Key, value: Value) -> None:
        """Keeps the value, if there is room."""
