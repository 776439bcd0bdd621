"""
Motion: what scrolls by itself, blinks, or runs a script of an old browser.

Animations and transitions stay as written: the appearance sheet switches them off for visitors
who have not asked for them (WCAG 2.2.2, 2.3.3).
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
