"""The closed set of things a rule may ask for. What needs more than these is a step."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lxml.etree import _Element as Element

Position = Literal["before", "after", "first", "last"]
"""Where `Insert` puts the new element: beside `element`, or inside it at an end."""

TextOf = Literal["text", "tail"]
"""Which of the two texts that lxml hangs on an element: inside it before its children, or behind it."""


class SetAttribute(NamedTuple):
    """Gives the element an attribute, or another value for one that it has."""

    element: Element
    name: str
    value: str
    why: str


class RemoveAttribute(NamedTuple):
    """Takes an attribute away."""

    element: Element
    name: str
    why: str


class Insert(NamedTuple):
    """Puts a new element somewhere by the element; text around it stays where it was."""

    element: Element
    new: Element
    position: Position
    why: str


class Rename(NamedTuple):
    """Gives the element another tag; attributes and content stay."""

    element: Element
    tag: str
    why: str


class Unwrap(NamedTuple):
    """Takes the element away and leaves its content in its place."""

    element: Element
    why: str


class Wrap(NamedTuple):
    """Puts the element into a new one, which takes its place."""

    element: Element
    new: Element
    why: str


class WrapSiblings(NamedTuple):
    """Puts the element, a later sibling and all between them into a new one; words outside stay there."""

    element: Element
    last: Element
    new: Element
    why: str


class WrapRun(NamedTuple):
    """
    Puts what stands in the element between two of its children, words included, into a new one.

    It begins right behind `after` (None: at the start) and ends right before `until` (None: at the end).
    """

    element: Element
    after: Element | None
    until: Element | None
    new: Element
    why: str


class WrapText(NamedTuple):
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


class SetText(NamedTuple):
    """Gives the words in front of the element's children, or behind the element, another form."""

    element: Element
    text: TextOf
    value: str
    why: str


class Remove(NamedTuple):
    """Takes the element away with its content, and leaves the text that follows it."""

    element: Element
    why: str


class Flag(NamedTuple):
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
