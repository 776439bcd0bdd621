"""Composes what serves each site, from the settings: plain arguments go on."""

from __future__ import annotations

from dataclasses import replace

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.hostspace import derived
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Appearance, Preferences
from a11y_proxy.core.site import Site
from a11y_proxy.core.visitors import THIS_MACHINE, Networks
from a11y_proxy.origin.limits import Limits
from a11y_proxy.recipe import Kitchen
from a11y_proxy.server.hosting import Plan
from a11y_proxy.settings import Settings, SettingsError, SiteSettings
from a11y_proxy.stores.memory import MemoryStore
from a11y_proxy.theming.registry import Themes

_MIB = 2**20
_HOUR = 3600.0
_SMALL = 512
"""Bytes of a slot, of a repair, of a described picture or of eight blocks in memory, roughly."""


def plan(
    settings: Settings, given: SiteSettings, limits: Limits, themes: Themes, phrases: Phrases
) -> Plan:
    """Gives the plan of one of the sites; raises SettingsError, also for its recipe, or ThemeError."""
    plain = _with_key(site_of(given), settings)
    kitchen = Kitchen(given.recipe, plain) if given.recipe else None
    themes = themes.preferring(given.theme)
    looks = Appearance(themes.default, given.scale or settings.themes.scale)
    share = given.share / sum(site.share for site in settings.site)
    room = _MIB * share
    return Plan(
        site=kitchen.site if kitchen else plain,
        names=_names(settings, given),
        themes=themes,
        phrases=phrases,
        defaults=Preferences(looks, language=settings.themes.language),
        limits=limits,
        entries=MemoryStore(int(settings.cache.entries_mib * room), lambda entry: entry.size),
        artifacts=MemoryStore(int(settings.cache.artifacts_mib * room), _artifact_size),
        replies=MemoryStore(int(settings.cache.replies_mib * room), len),
        share=share,
        grace=settings.cache.grace_hours * _HOUR,
        user_agent=given.user_agent,
        misses=settings.limits.misses_per_second,
        exempt=exempt_of(settings),
        hosts=frozenset(settings.third_party.hosts),
        changed=kitchen.changed if kitchen else None,
    )


def exempt_of(settings: Settings) -> Networks:
    """Gives the networks of front servers: this machine's, where no other is named."""
    return settings.server.trusted or THIS_MACHINE


def site_of(given: SiteSettings) -> Site:
    """Gives the site without its recipe; raises SettingsError without an origin."""
    if given.origin is None:
        raise SettingsError("`site.origin` must be set: give --origin URL, or --demo to try it out")
    return Site(
        given.origin,
        given.aliases,
        language=given.language,
        credentials=given.credentials,
        no_transform=given.no_transform,
    )


def _with_key(site: Site, settings: Settings) -> Site:
    secret = settings.third_party.key
    if secret is None or not settings.third_party.sheets:
        return site
    return replace(site, host_key=derived(secret.get_secret_value().encode(), site.origin))


def _names(settings: Settings, given: SiteSettings) -> frozenset[str]:
    """Gives the Host fields that ask for a site; the only one is asked for where we listen, too."""
    if len(settings.site) > 1:
        return frozenset(given.hosts)
    server = settings.server
    return frozenset((server.listen.lower(), *server.hosts, *given.hosts))


def _artifact_size(artifact: Artifact) -> int:
    taught = len(artifact.lesson.alts) + len(artifact.lesson.blocks) // 8
    return artifact.size + _SMALL * (len(artifact.slots) + len(artifact.repairs) + taught)
