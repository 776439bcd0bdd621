"""A parsed page, as rules and steps see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from lxml.etree import _Element as Element

from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.known import Known
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.rewrite.html.index import Index

Answer = TypeVar("Answer")
Question = Callable[["Page"], Answer]


def reads(*names: str) -> Callable[[Question[Answer]], Question[Answer]]:
    """
    Declares that a question asks only for elements with these tags and attributes.

    Its answer is kept while edits set other attributes, or put in, wrap and take away without these
    names. Of what stands inside or around those elements it may tell nothing, unless `TREE` is among the
    names, or `AUTHORS`, where it does not look at what is ours.
    """

    def declare(question: Question[Answer]) -> Question[Answer]:
        question.__dict__["reads"] = frozenset(names)
        return question

    return declare


class LetIn(NamedTuple):
    """What hashes are of: an element's text, or the value of one of its attributes."""

    element: Element
    attribute: str | None
    hashes: frozenset[str]


@dataclass
class Page:
    """
    The tree and what is known of it.

    `root` is `<html>`, or for a fragment the element that holds it (tag "a11y-fragment", which is
    not serialised); `url` the page's absolute address at the origin; `charset` the encoding
    it came in (WHATWG label); `language` the language of its text as declared, else as the reply
    or the site says (BCP 47); `header_language` what the reply's Content-Language said, if anything;
    a `framed` one stands in an attribute of another page; `known` is what other pages of the site taught, `repeated` the elements of this page that stand on
    most of them; `hashes` are those by which policies let in what is inside the page, `let_in` what they
    are of, `became` the hashes of what that became.
    """

    root: Element
    url: str
    site: Site
    rendition: Rendition
    phrases: Phrases
    mark: Marker
    charset: str = "utf-8"
    language: str = "uk"
    fragment: bool = False
    framed: bool = False
    header_language: str | None = None
    known: Known = field(default_factory=Known)
    repeated: frozenset[Element] = frozenset()
    answers: dict[Question[Any], Any] = field(default_factory=dict, repr=False)
    alive: list[Element] = field(default_factory=list, repr=False)
    hashes: frozenset[str] = frozenset()
    let_in: list[LetIn] = field(default_factory=list, repr=False)
    became: dict[str, set[str]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        # lxml makes an element anew each time it is met, unless somebody holds it: walks over
        # held elements take half the time
        self.alive += self.root.iter()

    @cached_property
    def head(self) -> Element | None:
        """The document's head; None in a fragment."""
        return None if self.fragment else self.root.find("head")

    @cached_property
    def body(self) -> Element | None:
        """The document's body; None as long as there is a frameset. A fragment is its own body."""
        return self.root if self.fragment else self.root.find("body")

    def say(self, phrase: str, **values: object) -> str:
        """Gives a phrase of ours in the page's language."""
        return self.phrases.say(self.phrases.known(self.language), phrase, **values)

    @property
    def new_hashes(self) -> dict[str, str]:
        """What takes the place of each hash in a policy."""
        return {source: " ".join(sorted(now)) for source, now in self.became.items()}

    @cached_property
    def index(self) -> Index:
        """Which elements have which attribute; true while all changes are edits of the engine's."""
        return Index(self.root)

    def ask(self, question: Question[Answer]) -> Answer:
        """
        Gives the answer to a question about the whole page, asked once until the page changes.

        The engine forgets answers with each edit, and all of them at the end; a step must not ask.
        """
        try:
            answer: Answer = self.answers[question]
        except KeyError:
            answer = self.answers[question] = question(self)
        return answer

    def forget(self, names: frozenset[str] | None = None) -> None:
        """Forgets the answers that a change of these names may have made untrue; None for all."""
        if names is None:
            self.answers.clear()
            self.__dict__.pop("body", None)  # a frameset may have become one
            return
        if not names:
            return
        for question in list(self.answers):
            read = question.__dict__.get("reads")
            if read is None or not read.isdisjoint(names):
                del self.answers[question]
