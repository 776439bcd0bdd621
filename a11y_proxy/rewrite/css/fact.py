"""Facts that are found out when somebody asks for them: most of a block's nobody ever does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

Declared = Mapping[str, str]
"""The declarations of a block: lower-case names to lower-case values."""

Told = TypeVar("Told")


class Fact(Generic[Told]):
    """What `tell` says of an object's `declared`, once; `otherwise` if none of `needs` is there."""

    def __init__(
        self, tell: Callable[[Declared], Told], needs: frozenset[str], otherwise: Told
    ) -> None:
        self._tell = tell
        self._needs = needs
        self._otherwise = otherwise

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, block: Any, owner: type) -> Told:
        declared: Declared = block.declared
        told = self._otherwise if self._needs.isdisjoint(declared) else self._tell(declared)
        block.__dict__[self._name] = told  # there it is found first from now on
        return told
