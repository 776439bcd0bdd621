"""Maps every address that a style sheet loads something from, and no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tinycss2.ast import StringToken
from tinycss2.serializer import serialize_string_value

from a11y_proxy.rewrite.css.pattern import is_verbatim
from a11y_proxy.rewrite.css.syntax import Node, inside

_STRINGS = frozenset({"url", "src", "image", "image-set", "-webkit-image-set"})
"""Functions whose arguments may be addresses written as strings (CSS Images 4, CSS Values 4)."""

_PLAIN = re.compile(
    r"""(?<![^ \n\t,])url\((?:"([^"\\\n]*+)"|'([^'\\\n]*+)'|([!#-&*-\[\]-~]++))\)(?![^ \n\t,])"""
)
"""An address without escapes, that touches nothing but space and commas."""


def mapped(value: str, map_url: Callable[[str], str]) -> str | None:
    """Gives a declaration's value with its addresses mapped; None if not certain to be verbatim else."""
    rest = _PLAIN.sub("", value)
    if '"' in rest or "\\" in rest or not is_verbatim(rest):  # "a url(…)", and a name: \,url(…)
        return None
    return _PLAIN.sub(
        lambda found: f"url({_quoted(_address(found[found.lastindex or 0], map_url))})", value
    )


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
    node.value = _address(node.value, map_url)
    quoted = _quoted(node.value)
    node.representation = quoted if isinstance(node, StringToken) else f"url({quoted})"


def _address(url: str, map_url: Callable[[str], str]) -> str:
    kept = not url or url.startswith("#") or url[:5].lower() == "data:"
    return url if kept else map_url(url)


def _quoted(url: str) -> str:
    return f'"{serialize_string_value(url)}"'
