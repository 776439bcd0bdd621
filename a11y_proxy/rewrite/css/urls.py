"""Maps every address that a style sheet loads something from, and no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tinycss2.ast import StringToken
from tinycss2.serializer import serialize_string_value

from a11y_proxy.rewrite.css.syntax import Node, inside

_STRINGS = frozenset({"url", "src", "image", "image-set", "-webkit-image-set"})
"""Functions whose arguments may be addresses written as strings (CSS Images 4, CSS Values 4)."""


def map_urls(
    nodes: Sequence[Node], map_url: Callable[[str], str], *, strings: bool = False
) -> None:
    """
    Maps the addresses in place, at every depth.

    `strings`: a string at this level is an address, too, as in `@import`. A reference inside
    the page (`url(#id)`) and data: stay as they are.
    """
    for node in nodes:
        if node.type == "url" or (strings and node.type == "string"):
            _map(node, map_url)
        elif node.type == "function":
            map_urls(node.arguments, map_url, strings=node.lower_name in _STRINGS)
        elif deeper := inside(node):
            map_urls(deeper, map_url)


def _map(node: Node, map_url: Callable[[str], str]) -> None:
    url = node.value
    if url and not url.startswith("#") and url[:5].lower() != "data:":
        url = map_url(url)
    node.value = url
    quoted = f'"{serialize_string_value(url)}"'
    node.representation = quoted if isinstance(node, StringToken) else f"url({quoted})"
