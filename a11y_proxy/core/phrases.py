"""Words of ours, in the languages there are catalogues for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """
    The catalogues, read: language to English phrase to that language's phrase.

    `default` is the language of a visitor, or of a page, whose own language has no catalogue.
    """

    tables: Mapping[str, Mapping[str, str]]
    default: str = "uk"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a catalogue, the default first."""
        return (self.default, *(name for name in self.tables if name != self.default))

    def known(self, tag: str | None) -> str:
        """Gives the catalogue for a language tag (BCP 47): its primary subtag, or the default."""
        primary = (tag or "").partition("-")[0].lower()
        return primary if primary in self.tables else self.default

    def say(self, language: str, phrase: str, **values: object) -> str:
        """Gives a phrase in a language, or as it is where nothing translates it."""
        text = self.tables.get(language, {}).get(phrase) or phrase
        return text.format(**values) if values else text
