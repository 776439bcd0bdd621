"""Reads from an address what it truthfully says: where it leads."""

from __future__ import annotations

from urllib.parse import urlsplit

from a11y_proxy.rewrite.html.page import Page, reads

SERVICES = {
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "youtube.com": "YouTube",
    "youtu.be": "YouTube",
    "youtube-nocookie.com": "YouTube",
    "vimeo.com": "Vimeo",
    "t.me": "Telegram",
    "telegram.me": "Telegram",
    "twitter.com": "Twitter",
    "x.com": "X",
    "tiktok.com": "TikTok",
    "linkedin.com": "LinkedIn",
    "viber.com": "Viber",
    "wa.me": "WhatsApp",
}
"""Names by which people know a host."""


def host_of(address: str | None) -> str:
    """Gives the host of an absolute http(s) address without "www."; "" for anything else."""
    try:
        parts = urlsplit((address or "").strip())
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if parts.scheme in {"http", "https", ""} else ""


def foreign_host(address: str | None, page: Page) -> str:
    """Gives the host of an address that leads away from the site; "" for one that stays."""
    host = host_of(address)
    return "" if not host or host in page.ask(_own_hosts) else host


@reads()
def _own_hosts(page: Page) -> frozenset[str]:
    return frozenset(map(host_of, (page.url, page.site.origin, *page.site.aliases)))


def service_name(host: str) -> str:
    """Gives the name people know a host by, or the host itself."""
    for known, name in SERVICES.items():
        if host == known or host.endswith("." + known):
            return name
    return host
