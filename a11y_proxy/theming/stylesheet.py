"""Makes the one sheet that turns roles into a look; everything a visitor may wish of CSS is here."""

from __future__ import annotations

import re
from hashlib import blake2b

from a11y_proxy.core.preferences import Appearance, Layout
from a11y_proxy.theming.registry import Themes
from a11y_proxy.theming.theme import Theme

SHARED = (
    "theme", "type", "colours", "controls", "fields", "reflow", "states", "panel", "page", "media",
    "systems",
)  # fmt: skip
"""
Parts of `themes/base` that every visitor gets, in this order. A further part is named after the
wish that asks for it, such as `spacing-wide`.
"""

COLOURS = frozenset({"colours", "fields", "systems"})
"""Parts that a theme leaves out which shows the site's own colours."""

_OURS = ".a11y-panel, .a11y-skip, .a11y-notice, .a11y-picture"
"""What we put into a page, which has colours of ours under any theme."""

_SAMPLE = ":is(.a11y-panel a:any-link, .a11y-page span)"
_INK = {
    "light": "--a11y-on-light: initial !important; --a11y-on-dark: !important;",
    "dark": "--a11y-on-light: !important; --a11y-on-dark: initial !important;",
}
"""Of two drawings of an icon the one that is seen on the theme's paper: see `rewrite.css.ink`."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK_LINES = re.compile(r"\n\s*\n+")
_WIDTH = re.compile(r"(?<=-width: )([\d.]+)em")


def stylesheet(themes: Themes, appearance: Appearance, layout: Layout = "site") -> str:
    """
    Gives the whole appearance sheet, all of it in cascade layer `a11y`.

    The layer must be the first that the document declares: its normal declarations then give way to
    any author's, and its important ones to none (CSS Cascade 5 §6.4.4). The widths of the sheet's
    own media queries are multiplied by the scale, as browser zoom would do.
    """
    wishes = (
        f"spacing-{appearance.spacing}",
        f"typeface-{appearance.typeface}",
        f"motion-{appearance.motion}",
        f"images-{'grey' if appearance.grey else 'colour'}",
        f"layout-{layout}",
    )
    left_out = frozenset[str]() if themes[appearance.theme].repaints else COLOURS
    parts = [themes.sheets[name] for name in (*SHARED, *wishes)
             if name in themes.sheets and name not in left_out]  # fmt: skip
    roles = _roles(themes, appearance)
    inside = "\n".join((roles, *parts, _samples(themes), themes[appearance.theme].css))
    scaled = _WIDTH.sub(lambda width: f"{float(width[1]) * appearance.scale / 100:g}em", inside)
    sheet = f"@layer a11y {{\n{scaled}\n}}\n"
    return _BLANK_LINES.sub("\n", _COMMENT.sub("", sheet))


def digest(sheet: str) -> str:
    """Gives the sheet's fingerprint for its address, 16 hexadecimal digits."""
    return blake2b(sheet.encode(), digest_size=8).hexdigest()


def _roles(themes: Themes, appearance: Appearance) -> str:
    light, dark = themes.faces(appearance.theme)
    scale = f":root {{ --a11y-scale: {appearance.scale / 100:g} !important; }}"
    if not light.repaints:
        ours = f"{_OURS} {{ {_colours(light)} --a11y-text: var(--a11y-ink); }}"
        return f"{scale}\n:root {{ {_INK['light']} }}\n{ours}"
    if light is dark:
        return f"{scale}\n{_face(light)}"
    return f"{scale}\n{_face(light)}\n@media (prefers-color-scheme: dark) {{ {_face(dark)} }}"


def _face(theme: Theme) -> str:
    scheme = "dark" if theme.dark else "light"
    return f":root {{ color-scheme: {scheme} !important; {_colours(theme)} {_INK[scheme]} }}"


def _colours(theme: Theme) -> str:
    return " ".join(f"--a11y-{role}: {value} !important;" for role, value in theme.palette.items())


def _samples(themes: Themes) -> str:
    """Gives each theme's sample its own colours, so that the choice of themes shows what they are."""
    return "\n".join(_sample(name, *themes.faces(name)) for name in themes
                     if themes[name].repaints)  # fmt: skip


def _sample(name: str, light: Theme, dark: Theme) -> str:
    edge = "" if light is dark else f"border-inline-end-color: {dark.palette['paper']} !important; "
    return (
        f"{_SAMPLE}.a11y-sample-{name} {{ color: {light.palette['ink']} !important; "
        f"background-color: {light.palette['paper']} !important; {edge}}}"
    )
