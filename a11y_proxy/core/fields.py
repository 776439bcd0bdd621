"""Header fields as HTTP has them: an ordered list in which a name may come again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

Field = tuple[str, str]


@dataclass(frozen=True)
class Fields:
    """Immutable header fields; names compare without case (RFC 9110 §5.1), order is kept."""

    pairs: tuple[Field, ...] = ()

    @classmethod
    def of(cls, pairs: Iterable[Field]) -> Fields:
        """Gives the fields of any iterable of (name, value)."""
        return cls(tuple(pairs))

    def __iter__(self) -> Iterator[Field]:
        return iter(self.pairs)

    @cached_property
    def _first(self) -> dict[str, str]:
        return {name.lower(): value for name, value in reversed(self.pairs)}

    @property
    def names(self) -> Collection[str]:
        """The names of all fields, lower case."""
        return self._first.keys()

    def get(self, name: str) -> str | None:
        """Gives the first value of a field (lower-case name), or None."""
        return self._first.get(name)

    def all(self, name: str) -> tuple[str, ...]:
        """Gives every value of a field (lower-case name), in order."""
        first = self._first.get(name)
        if first is None:
            return ()
        if len(self._first) == len(self.pairs):
            # no name comes again, as in nearly every request
            return (first,)
        return tuple(value for known, value in self.pairs if known.lower() == name)

    def joined(self, name: str) -> str:
        """Gives a list field (lower-case name) as one line (RFC 9110 §5.3); "" where absent."""
        return ", ".join(self.all(name))

    def without(self, names: Collection[str]) -> Fields:
        """Gives the fields except those named (lower-case)."""
        return Fields(tuple(pair for pair in self.pairs if pair[0].lower() not in names))

    def plus(self, *pairs: Field) -> Fields:
        """Gives the fields with more at the end."""
        return Fields(self.pairs + pairs)

    def mapped(self, change: Callable[[str, str], str]) -> Fields:
        """Gives the fields with each value replaced by `change(lower-case name, value)`."""
        return Fields(tuple((name, change(name.lower(), value)) for name, value in self.pairs))
