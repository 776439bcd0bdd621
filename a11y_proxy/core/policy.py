"""Content-Security-Policy: kept, and opened only as far as what comes from us needs it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NONE, _SELF = "'none'", "'self'"
_ALL_OF_US = frozenset({_SELF, "*"})
_STYLES = ("style-src-elem", "style-src", "default-src")
_SCRIPTS = ("script-src-elem", "script-src", "default-src")
_FONTS = ("font-src", "default-src")
_SOURCES_END = ("-src", "-src-elem", "-src-attr")
_HTTPS_ONLY = frozenset({"upgrade-insecure-requests"})
_PORTS = {"http": "80", "https": "443"}
_HOST = re.compile(r"(?:(https?)://)?((?:\*\.)?[^*/:]+)(?::(\*|\d+))?(?:/.*)?")


@dataclass(frozen=True, slots=True)
class OwnScript:
    """The one script of ours: its address, absolute, and its hash as a policy writes it."""

    address: str
    hash: str


def amended(
    policies: str, origins: frozenset[str], *, https: bool, script: OwnScript | None = None
) -> str:
    """
    Gives a list of policies that lets in what they let in before, from here.

    Sources that name the site itself gain 'self', because its files come from us now; the
    directives that rule style sheets and fonts, and form-action, gain it for what is ours. The one
    that rules scripts gains ours alone, where any script may run (CSP 3 §6).
    """
    return ", ".join(
        _policy(policy, origins, https, script) for policy in policies.split(",") if policy.strip()
    )


def _policy(policy: str, origins: frozenset[str], https: bool, script: OwnScript | None) -> str:  # noqa: FBT001
    directives: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        if name and (https or name.lower() not in _HTTPS_ONLY):
            # §2.2.1: the first of a name counts
            directives.setdefault(name.lower(), sources)
    for name, sources in directives.items():
        if _lists_sources(name) and any(_means(source, origins, https) for source in sources):
            directives[name] = _opened(sources)
    scripts = _ruling(_SCRIPTS, directives)
    if script is not None and scripts is not None:
        _put(directives, "script-src", scripts, _with_script(directives[scripts], script))
    styles = _ruling(_STYLES, directives)
    if styles is not None:
        directives["style-src" if styles == "default-src" else styles] = _opened(directives[styles])
    fonts = _ruling(_FONTS, directives)
    if fonts is not None:
        _put(directives, "font-src", fonts, _opened(directives[fonts]))
    if "form-action" in directives:
        directives["form-action"] = _opened(directives["form-action"])
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _ruling(names: tuple[str, ...], directives: dict[str, list[str]]) -> str | None:
    return next((name for name in names if name in directives), None)


def _put(directives: dict[str, list[str]], name: str, ruling: str, sources: list[str]) -> None:
    """Writes sources that differ from those of the ruling directive, beside it if it rules all."""
    if sources != directives[ruling]:
        directives[name if ruling == "default-src" else ruling] = sources


def _lists_sources(name: str) -> bool:
    return name.endswith(_SOURCES_END) or name in {"form-action", "base-uri", "frame-ancestors"}


def _means(source: str, origins: frozenset[str], https: bool) -> bool:  # noqa: FBT001
    """Says whether a source lets in the site's own files, wherever on it they are (§6.7.2.8)."""
    if source.lower() == "https:":
        return not https
    named = _HOST.fullmatch(source.lower())
    return named is not None and any(_matches(named, origin) for origin in origins)


def _matches(named: re.Match[str], origin: str) -> bool:
    scheme, _, place = origin.partition("://")
    host, _, port = place.partition(":")
    own = _PORTS[scheme]
    if named[1] not in {None, scheme} or (named[3] or own) not in {port or own, "*"}:
        return False
    wild = named[2].startswith("*.")
    return host.endswith(named[2][1:]) if wild else host == named[2]


def _with_script(sources: list[str], script: OwnScript) -> list[str]:
    said = {source.lower() for source in sources}
    if not said - {_NONE}:
        # no script runs on the page, and ours is for what others add
        return sources
    if "'strict-dynamic'" in said:
        # hosts do not count there (§8.2), and a hash takes no 'unsafe-inline' away any more
        return [*sources, script.hash]
    return sources if _ALL_OF_US & said else [*sources, script.address]


def _opened(sources: list[str]) -> list[str]:
    if _ALL_OF_US & {source.lower() for source in sources}:
        return sources
    return [*(source for source in sources if source.lower() != _NONE), _SELF]
