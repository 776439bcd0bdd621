"""Keeps what was made, least recently used out first, within a number of bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from cachetools import LRUCache

from a11y_proxy.core.fingerprint import Key

Value = TypeVar("Value")

_OVERHEAD = 256
"""Bytes of a place in the store itself; many small things must count, too."""


class MemoryStore(Generic[Value]):
    """A bounded mapping in this process; `size` gives a value's bytes."""

    def __init__(self, max_bytes: int, size: Callable[[Value], int]) -> None:
        self._values: LRUCache[Key, Value] = LRUCache(
            max_bytes, getsizeof=lambda value: size(value) + _OVERHEAD
        )

    def get(self, key: Key) -> Value | None:
        """Gives the value, or None."""
        return self._values.get(key)

    def put(self, key: Key, value: Value) -> None:
        """Keeps the value; one that is larger than the whole store is not kept."""
        try:
            self._values[key] = value
        except ValueError:
            # an older value under this key would now be wrong
            self._values.pop(key, None)

    @property
    def size(self) -> int:
        """Bytes in use."""
        return int(self._values.currsize)
