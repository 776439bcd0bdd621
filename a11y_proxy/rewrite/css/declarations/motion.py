"""
Motion: what scrolls by itself, blinks, or runs a script of an old browser.

Animations and transitions stay as written: the appearance sheet switches them off for visitors
who have not asked for them (WCAG 2.2.2, 2.3.3). What would then never appear has to be seen.
"""

from __future__ import annotations

from a11y_proxy.rewrite.css.block import Block
from a11y_proxy.rewrite.css.palette import DRAWN, has_var, repaint
from a11y_proxy.rewrite.css.table import Declarations, declaration


@declaration("scroll-behavior")
def scrolling(name: str, value: str, block: Block) -> Declarations:
    """Lets a jump be a jump."""
    del block
    return ((name, "auto" if value.lower() == "smooth" else value),)


@declaration("scroll-snap-type")
def snapping(name: str, value: str, block: Block) -> Declarations:
    """Lets large text rest where the reader stops, not only where the next screen begins."""
    del block
    words = ["proximity" if word.lower() == "mandatory" else word for word in value.split()]
    return ((name, " ".join(words)),)


_UNSEEN = {
    "no": "hidden",
    "animation": "var(--a11y-still-seen, hidden)",
    "carousel": "var(--a11y-still-seen, hidden)",
    "script": "var(--a11y-unscripted-seen, hidden)",
}
"""What hides a box, by what reveals it: visible where nothing will."""


@declaration("visibility")
def visibility(name: str, value: str, block: Block) -> Declarations:
    """
    Shows what only an animation would show, where none runs, and what only a script would.

    Before: .wow { visibility: hidden }
    After:  .wow { visibility: var(--a11y-unscripted-seen, hidden) }
    """
    return ((name, _UNSEEN[block.revealed] if value.lower() == "hidden" else value),)


@declaration("text-decoration")
def decoration(name: str, value: str, block: Block) -> Declarations:
    """Stops blinking, and gives lines on text the colour of the text."""
    del block
    words = repaint(value, "drawn").split()
    still = (name, " ".join(word for word in words if word.lower() != "blink") or "none")
    return (still, (f"{name}-color", DRAWN)) if has_var(value) else (still,)


@declaration("behavior", "binding")
def script(name: str, value: str, block: Block) -> Declarations:
    """Drops scripts of browsers long gone."""
    del name, value, block
    return ()
