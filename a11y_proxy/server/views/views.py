"""Fills what differs by visitor, and draws our own pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache, partial
from html import escape
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from a11y_proxy.core.artifact import Slot
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Appearance, Layout, Preferences
from a11y_proxy.server.live import PATH as SCRIPT_PATH
from a11y_proxy.server.live import integrity, script
from a11y_proxy.server.preferences import PreferenceError, apply, safe_next, values
from a11y_proxy.server.views.choices import choices
from a11y_proxy.server.views.panel import HOLE, panel_context
from a11y_proxy.server.views.widths import scaled
from a11y_proxy.theming.registry import Themes
from a11y_proxy.theming.stylesheet import digest, stylesheet

SHEET_PATH = "/_a11y/appearance.css"
_LOOKS = 512
"""How many different looks are remembered, ready-made."""

_SHEET_WISHES = ("theme", "scale", "images", "spacing", "typeface", "motion", "layout")


class Views:
    """
    Draws everything of ours, for any visitor.

    `target` is the path and query of the page that the visitor is on, as the request had them.
    Titles, explanations and notices are phrases of the catalogues and are said in the visitor's
    language; one that no catalogue knows is shown as it is.
    """

    def __init__(self, themes: Themes, phrases: Phrases, public_origin: str) -> None:
        self.themes = themes
        self._phrases = phrases
        self._origin = public_origin
        self._templates = Environment(
            loader=PackageLoader("a11y_proxy.server"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._sheet = lru_cache(_LOOKS)(partial(stylesheet, themes))
        self._head = lru_cache(_LOOKS)(self._draw_head)
        self._panel = lru_cache(_LOOKS)(self._draw_panel)

    def fill(  # noqa: PLR0913 - as `Filler.fill`
        self,
        slot: Slot,
        preferences: Preferences,
        target: str,
        *,
        frame: bool = False,
        notice: str | None = None,
        place: str = "",
    ) -> bytes:
        """
        Gives what goes into a slot; a page inside a frame has no panel of its own.

        `place` is the origin under which the visitor sees us.
        """
        if slot.name == "place":
            return place.encode()
        if slot.name == "width":
            return scaled(slot.value, preferences.appearance.scale)
        if slot.name in {"head", "framed"}:
            head = self.head(preferences, live=slot.value == "live")
            return head if slot.name == "head" else escape(head.decode()).encode()
        panel = b"" if frame else self.panel(preferences, target, notice)
        return panel.replace(b'"/_a11y/', f'"{place}/_a11y/'.encode()) if slot.value else panel

    def head(self, preferences: Preferences, *, live: bool = False) -> bytes:
        """
        Gives the start of a head: colour scheme, theme colour and the one style sheet.

        The sheet is of the same origin and stops rendering until it is there: no flash. `live` adds
        our script, for a page that has scripts.
        """
        return self._head(preferences, live)

    def panel(self, preferences: Preferences, target: str, notice: str | None = None) -> bytes:
        """Gives the panel; `notice` is a phrase that tells what is unusual about this page."""
        if target.startswith("//"):
            target = f"/.{target}"  # the same path to a browser, and surely no host
        return quote(target, safe="/").encode().join(self._panel(preferences, notice))

    def sheet(self, query: Mapping[str, str], default: Preferences) -> tuple[str, str]:
        """
        Gives the appearance sheet that an address asks for, and its digest (the address's `v`).

        Raises PreferenceError for values that are not allowed.
        """
        wanted = apply(default, query, self.themes)
        text = self._sheet(wanted.appearance, wanted.rendition.layout)
        return text, digest(text)

    def stylesheet(self, appearance: Appearance, layout: Layout = "site") -> str:
        """Gives the appearance sheet itself, for a page that must stand alone."""
        return self._sheet(appearance, layout)

    def settings(
        self, preferences: Preferences, target: str, error: PreferenceError | None = None
    ) -> str:
        """Gives the page with every setting: one form, sent by GET to `/_a11y/set`."""
        message = (
            self._phrases.say(preferences.language, error.phrase, **error.values) if error else ""
        )
        return self.page(
            "settings.html",
            preferences,
            target,
            message=message,
            choices=tuple(choices(preferences, self.themes)),
        )

    def error(
        self, status: int, title: str, explanation: str, preferences: Preferences, target: str
    ) -> str:
        """Gives the page for a request that could not be answered; `status` as in HTTP."""
        return self.page(
            "error.html", preferences, target, status=status, title=title, explanation=explanation
        )

    def statement(
        self, preferences: Preferences, target: str = "/", *, passwords: bool = False
    ) -> str:
        """
        Gives the page that says what this version does, what it does not, and what it keeps.

        `passwords` says that they may go through it.
        """
        return self.page("statement.html", preferences, target, passwords=passwords)

    def say(self, language: str, phrase: str) -> str:
        """Gives a phrase of ours in a language."""
        return self._phrases.say(language, phrase)

    def page(self, template: str, preferences: Preferences, target: str, **context: object) -> str:
        """Gives a page of ours, drawn from a template with what its `context` says."""
        target = safe_next(target)
        shown = replace(
            preferences.appearance, theme=self.themes.repainting(preferences.appearance.theme)
        )
        return self._templates.get_template(template).render(
            say=partial(self._phrases.say, preferences.language),
            language=preferences.language,
            head=Markup(self.head(replace(preferences, appearance=shown)).decode()),  # noqa: S704  # our own template's output
            panel=Markup(self.panel(preferences, target).decode()),  # noqa: S704  # the same
            target=target,
            origin=self._origin,
            **context,
        )

    def _draw_head(self, preferences: Preferences, live: bool) -> bytes:  # noqa: FBT001
        wishes = values(preferences)
        text = self._sheet(preferences.appearance, preferences.rendition.layout)
        wishes["images"] = "grey" if preferences.appearance.grey else "on"
        query = {name: wishes[name] for name in _SHEET_WISHES} | {"v": digest(text)}
        light, dark = self.themes.faces(preferences.appearance.theme)
        html = self._templates.get_template("head.html").render(
            light=light,
            dark=dark,
            sheet=f"{SHEET_PATH}?{urlencode(query)}",
            script=f"{SCRIPT_PATH}?v={script()[1]}" if live else "",
            integrity=integrity(),
            origin=self._origin,
        )
        return html.encode()

    def _draw_panel(self, preferences: Preferences, notice: str | None) -> tuple[bytes, ...]:
        html = self._templates.get_template("panel.html").render(
            say=partial(self._phrases.say, preferences.language),
            notice=notice,
            **panel_context(preferences, self.themes),
        )
        return tuple(html.encode().split(HOLE.encode()))
