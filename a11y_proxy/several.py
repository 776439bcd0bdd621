"""What must hold where several sites are served: each host, and each address, is of one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from a11y_proxy.settings import Settings, SiteSettings

_COOKIES = "at any port: browsers send cookies to all ports of a name"
"""RFC 6265 §8.5."""


def mistakes(settings: Settings) -> Iterator[str]:
    """Gives a sentence for each mistake that shows only when the sites are looked at together."""
    sites = settings.site
    if len(sites) == 1:
        return
    if settings.server.hosts:
        yield "`server.hosts` is for one site: where there are several, each [[site]] has its `hosts`"
    for number, site in enumerate(sites, 1):
        for name in ("origin", "hosts"):
            if not getattr(site, name):
                said = SiteSettings.model_fields[name].description
                yield f"`site.{number}.{name}` must be set where there are several sites: {said}"
    yield from _twice([_names(site) for site in sites], f"hosts ({_COOKIES})")
    yield from _twice([_places(site) for site in sites], "origin or aliases")


def _names(site: SiteSettings) -> Sequence[str]:
    return [urlsplit(f"//{host}").hostname or host for host in site.hosts]


def _places(site: SiteSettings) -> Sequence[str]:
    # a link to a host stays in the site whose it is, under either scheme
    return [urlsplit(origin).netloc for origin in (site.origin, *site.aliases) if origin]


def _twice(named: Sequence[Sequence[str]], what: str) -> Iterator[str]:
    owners: dict[str, int] = {}
    for number, names in enumerate(named, 1):
        for name in dict.fromkeys(names):
            first = owners.setdefault(name, number)
            if first != number:
                yield f"`{name}` is in the {what} of `site.{first}` and of `site.{number}`; it can be of one only"
