"""Reads what `<meta http-equiv=refresh>` and the field `Refresh` say, in linear time."""

from __future__ import annotations

import re
from dataclasses import dataclass

_REFRESH = re.compile(
    r"""\s*+(?=[\d.])(?P<delay>\d*+)[\d.]*+
    (?:(?=[\s;,])\s*+[;,]?+\s*+(?>url\s*+=\s*+)?+
       (?:"(?P<double>[^"]*+).*+|'(?P<single>[^']*+).*+|(?P<plain>.*+)))?""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_LONGEST_DELAY = 9
"""Digits; more are more than thirty years."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """After `delay` seconds the address is loaded that stands at `start` to `end`; none is the page."""

    delay: int
    url: str
    start: int
    end: int


def parse_refresh(content: str) -> Refresh | None:
    """Gives what a browser would do (HTML §4.2.5.3, shared declarative refresh steps), if anything."""
    found = _REFRESH.fullmatch(content)
    if found is None:
        return None
    delay = int((found["delay"] or "0")[:_LONGEST_DELAY])
    group = next((name for name in ("double", "single", "plain") if found[name]), None)
    if group is None:
        return Refresh(delay, "", len(content), len(content))
    return Refresh(delay, found[group], *found.span(group))
