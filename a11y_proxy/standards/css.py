"""CSS as tables: the names and numbers that rewriting needs, each from its specification."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ABSOLUTE_UNITS: Mapping[str, float] = MappingProxyType(
    {"px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "q": 2.4 / 2.54}
)
"""Pixels in one unit (CSS Values 4 §6.2)."""

VIEWPORT_UNITS = frozenset(
    {
        f"{kind}v{side}"
        for kind in ("", "s", "l", "d")
        for side in ("w", "h", "i", "b", "min", "max")
    }
    | {f"cq{side}" for side in ("w", "h", "i", "b", "min", "max")}
)
"""Shares of the window (CSS Values 4 §6.1.2) and of a container (CSS Conditional 5 §6)."""

FONT_UNITS = frozenset(
    {"%", "em", "rem", "ex", "rex", "ch", "rch", "cap", "rcap", "ic", "ric", "lh", "rlh"}
)
"""Shares of a font's size, the inherited one in `font-size` (CSS Values 4 §6.1.1)."""

MATH_FUNCTIONS = frozenset({"calc", "min", "max", "clamp", "round", "abs", "hypot"})
"""Functions that give a length for a length (CSS Values 4 §10)."""

FONT_SIZES: Mapping[str, float] = MappingProxyType(
    {
        "xx-small": 9,
        "x-small": 10,
        "small": 13,
        "medium": 16,
        "large": 18,
        "x-large": 24,
        "xx-large": 32,
        "xxx-large": 48,
        "initial": 16,
    }
)
"""Pixels of the absolute size keywords at a medium of 16 (CSS Fonts 4 §2.5)."""

SYSTEM_FONTS = frozenset({"caption", "icon", "menu", "message-box", "small-caption", "status-bar"})
"""Values of `font` that stand for a whole font of the system (CSS Fonts 4 §2.7)."""

SYSTEM_COLOURS = frozenset(
    {
        "accentcolor", "accentcolortext", "activetext", "buttonborder", "buttonface",
        "buttontext", "canvas", "canvastext", "field", "fieldtext", "graytext", "highlight",
        "highlighttext", "linktext", "mark", "marktext", "selecteditem", "selecteditemtext",
        "visitedtext",
        # deprecated, and still understood
        "activeborder", "activecaption", "appworkspace", "background", "buttonhighlight",
        "buttonshadow", "captiontext", "inactiveborder", "inactivecaption",
        "inactivecaptiontext", "infobackground", "infotext", "menu", "menutext", "scrollbar",
        "threeddarkshadow", "threedface", "threedhighlight", "threedlightshadow",
        "threedshadow", "window", "windowframe", "windowtext",
    }
)  # fmt: skip
"""CSS Color 4 §6.2 and appendix A, lower case."""

INKS: Mapping[str, str] = MappingProxyType({"light": "#000", "dark": "#fff"})
"""What stands out most from a light and from a dark ground (WCAG 2.2, contrast ratio)."""

PLAIN_GROUNDS = frozenset({"canvas", "field", "window"})
"""System colours that are the ground of a page or field."""

COLOUR_FUNCTIONS = frozenset(
    {
        "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color",
        "color-mix", "light-dark", "device-cmyk", "contrast-color",
    }
)  # fmt: skip
"""CSS Color 5."""

IMAGE_FUNCTIONS = frozenset({"url", "src", "image", "image-set", "cross-fade", "element", "paint"})
"""Functions that give an image other than a gradient (CSS Images 4 §2)."""

WIDE_KEYWORDS = frozenset({"inherit", "initial", "revert", "revert-layer", "revert-rule", "unset"})
"""Keywords that every property takes (CSS Cascade 5 §7.3, CSS Cascade 6)."""

RULE_BLOCKS = frozenset(
    {"container", "document", "keyframes", "layer", "media", "scope", "starting-style", "supports"}
)
"""At-rules whose block holds rules or declarations of properties, not descriptors."""

SIZE_FEATURES = frozenset(
    f"{limit}{size}"
    for limit in ("", "min-", "max-")
    for size in ("width", "height", "device-width", "device-height", "inline-size", "block-size")
)
"""Features of media and of containers that are lengths (Media Queries 5 §4, Conditional 5 §6.5)."""

MEDIA_UNITS = frozenset({*ABSOLUTE_UNITS, "em", "rem", "ex", "ch"})
"""Units of length that do not themselves depend on the viewport."""

PROPERTIES = frozenset(
    {
        # colour
        "color", "background", "background-color", "background-image", "background-clip",
        "background-position",
        "border", "border-color", "border-top", "border-right", "border-bottom", "border-left",
        "border-top-color", "border-right-color", "border-bottom-color", "border-left-color",
        "border-block", "border-block-color", "border-block-start", "border-block-start-color",
        "border-block-end", "border-block-end-color", "border-inline", "border-inline-color",
        "border-inline-start", "border-inline-start-color", "border-inline-end",
        "border-inline-end-color", "border-image", "border-image-source",
        "column-rule", "column-rule-color", "outline", "outline-color", "outline-style",
        "outline-width", "text-decoration", "text-decoration-color", "text-emphasis",
        "text-emphasis-color", "fill", "stroke", "accent-color", "caret-color", "caret", "scrollbar-color",
        "tap-highlight-color", "color-scheme", "forced-color-adjust", "text-fill-color",
        "text-stroke", "text-stroke-color", "text-stroke-width", "text-shadow", "box-shadow",
        "filter", "backdrop-filter", "mix-blend-mode", "background-blend-mode", "opacity", "all",
        # type
        "font", "font-size", "font-size-adjust", "font-family", "font-weight", "font-variant",
        "font-variant-caps", "font-feature-settings", "font-variation-settings", "line-height", "letter-spacing", "word-spacing",
        "text-align", "text-align-last", "text-transform", "text-indent", "text-overflow", "line-clamp",
        "white-space", "text-wrap", "text-wrap-mode", "text-size-adjust",
        # box
        "width", "inline-size", "height", "block-size", "min-width", "min-inline-size",
        "min-height", "min-block-size", "max-width", "max-inline-size", "max-height",
        "max-block-size", "overflow", "overflow-y", "overflow-block", "position", "top",
        "right", "bottom", "left", "inset", "margin-top", "margin-left", "margin-right", "padding-left",
        "padding-right", "flex", "flex-basis", "flex-shrink", "z-index", "zoom", "user-select", "cursor",
        "inset-inline", "inset-inline-start", "inset-inline-end", "inset-block", "inset-block-start",
        "inset-block-end", "padding-top", "padding-block-start", "overflow-x", "display", "flex-direction", "flex-flow", "margin", "margin-inline", "margin-inline-start",
        "margin-inline-end", "padding", "padding-inline", "padding-inline-start", "padding-inline-end",
        "grid", "grid-template", "grid-template-columns", "grid-template-areas", "grid-auto-flow",
        "grid-area", "grid-column", "grid-column-start", "grid-column-end", "grid-row",
        "grid-row-start", "grid-row-end", "columns", "column-count", "column-width",
        # motion
        "scroll-behavior", "scroll-snap-type", "visibility", "behavior", "binding", "transform", "scale",
        "perspective",
    }
)  # fmt: skip
"""Properties that a handler may claim, without vendor prefixes."""

LEGACY_FONT_SIZES = ("x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large")
"""The keywords that `<font size>` 1 to 7 stands for (HTML §15.3.4)."""
