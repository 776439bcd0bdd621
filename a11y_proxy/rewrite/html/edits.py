"""The closed set of things a rule may ask for. What needs more than these is a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element as Element

Position = Literal["before", "after", "first", "last"]
"""Where `Insert` puts the new element: beside `element`, or inside it at an end."""

TextOf = Literal["text", "tail"]
"""Which of the two texts that lxml hangs on an element: inside it before its children, or behind it."""


@dataclass(frozen=True, slots=True)
class SetAttribute:
    """Gives the element an attribute, or another value for one that it has."""

    element: Element
    name: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class RemoveAttribute:
    """Takes an attribute away."""

    element: Element
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Insert:
    """Puts a new element somewhere by the element; text around it stays where it was."""

    element: Element
    new: Element
    position: Position
    why: str


@dataclass(frozen=True, slots=True)
class Rename:
    """Gives the element another tag; attributes and content stay."""

    element: Element
    tag: str
    why: str


@dataclass(frozen=True, slots=True)
class Unwrap:
    """Takes the element away and leaves its content in its place."""

    element: Element
    why: str


@dataclass(frozen=True, slots=True)
class Wrap:
    """Puts the element into a new one, which takes its place."""

    element: Element
    new: Element
    why: str


@dataclass(frozen=True, slots=True)
class WrapSiblings:
    """Puts the element, a later sibling and all between them into a new one; words outside stay there."""

    element: Element
    last: Element
    new: Element
    why: str


@dataclass(frozen=True, slots=True)
class WrapRun:
    """
    Puts what stands in the element between two of its children, words included, into a new one.

    It begins right behind `after` (None: at the start) and ends right before `until` (None: at the end).
    """

    element: Element
    after: Element | None
    until: Element | None
    new: Element
    why: str


@dataclass(frozen=True, slots=True)
class WrapText:
    """
    Puts the characters from `start` to `end` of a text into a new element.

    Of several in one text the last comes first, so that the places of the others stay true.
    """

    element: Element
    text: TextOf
    start: int
    end: int
    new: Element
    why: str


@dataclass(frozen=True, slots=True)
class SetText:
    """Gives the words in front of the element's children, or behind the element, another form."""

    element: Element
    text: TextOf
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Takes the element away with its content, and leaves the text that follows it."""

    element: Element
    why: str


@dataclass(frozen=True, slots=True)
class Flag:
    """Changes nothing: a person must look at this."""

    element: Element
    why: str


Edit = (
    SetAttribute
    | RemoveAttribute
    | Insert
    | Rename
    | Unwrap
    | Wrap
    | WrapSiblings
    | WrapRun
    | WrapText
    | SetText
    | Remove
    | Flag
)
