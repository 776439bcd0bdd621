"""Which site a request asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Generic, TypeVar

Served = TypeVar("Served")

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


class Names(Generic[Served]):
    """
    What is served, by the Host fields that ask for it: lower case, with port if they have one.

    Where it is one thing only, the machine itself may ask for it at any port.
    """

    def __init__(self, served: Iterable[tuple[Collection[str], Served]]) -> None:
        found = tuple(served)
        self._named = {name: what for names, what in found for name in names}
        self._only = found[0][1] if len(found) == 1 else None

    def chosen(self, host: str) -> Served | None:
        """
        Gives what a Host field (RFC 9110 §7.2) asks for, None for a host that nobody listed.

        The field is compared as it came, but for the case of its letters: no address is built of it.
        """
        name = host.lower()
        return self._named.get(name) or (self._only if _is_loopback(name) else None)


def _is_loopback(name: str) -> bool:
    # no stranger's name is one of these words
    bare, _, port = name.rpartition(":")
    return name in _LOOPBACK or (bare in _LOOPBACK and port.isdigit())
