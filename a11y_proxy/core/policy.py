"""Content-Security-Policy: kept, and opened only as far as what comes from us needs it."""

from __future__ import annotations

_SELF = "'self'"
_ALL_OF_US = frozenset({_SELF, "*"})
_STYLES = ("style-src-elem", "style-src", "default-src")
_FONTS = ("font-src", "default-src")
_SOURCES_END = ("-src", "-src-elem", "-src-attr")
_HTTPS_ONLY = frozenset({"upgrade-insecure-requests"})


def amended(policies: str, origins: frozenset[str], *, https: bool) -> str:
    """
    Gives a list of policies that lets in what they let in before, from here.

    Sources that name the site itself gain 'self', because its files come from us now; the
    directives that rule style sheets and fonts, and form-action, gain it for what is ours (CSP 3 §6).
    """
    return ", ".join(
        _policy(policy, origins, https=https) for policy in policies.split(",") if policy.strip()
    )


def _policy(policy: str, origins: frozenset[str], *, https: bool) -> str:
    directives: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        if name and (https or name.lower() not in _HTTPS_ONLY):
            # §2.2.1: the first of a name counts
            directives.setdefault(name.lower(), sources)
    for name, sources in directives.items():
        if _lists_sources(name) and any(_names(source, origins) for source in sources):
            directives[name] = _opened(sources)
    ruling = next((name for name in _STYLES if name in directives), None)
    if ruling is not None:
        directives["style-src" if ruling == "default-src" else ruling] = _opened(directives[ruling])
    fonts = next((name for name in _FONTS if name in directives), None)
    if fonts is not None and _opened(directives[fonts]) != directives[fonts]:
        directives["font-src"] = _opened(directives[fonts])
    if "form-action" in directives:
        directives["form-action"] = _opened(directives["form-action"])
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _lists_sources(name: str) -> bool:
    return name.endswith(_SOURCES_END) or name in {"form-action", "base-uri", "frame-ancestors"}


def _names(source: str, origins: frozenset[str]) -> bool:
    bare = source.lower().rstrip("/")
    return any(bare in {origin, origin.partition("://")[2]} for origin in origins)


def _opened(sources: list[str]) -> list[str]:
    if _ALL_OF_US & {source.lower() for source in sources}:
        return sources
    return [*(source for source in sources if source.lower() != "'none'"), _SELF]
