"""The Web Platform Tests of addresses (A03, A06): a mapped link leads where the written one did."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pytest
from ada_url import URL
from hypothesis import given
from hypothesis import strategies as st

from a11y_proxy.core.site import Site
from a11y_proxy.core.urlmap import UrlMap
from tests.wpt.data import url_cases

ELSEWHERE = "elsewhere.test"
_C0_AND_SPACE = "".join(map(chr, range(0x21)))
_WEB = ("http:", "https:")
_SCHEME_RELATIVE = re.compile(r"[\x00-\x20]*[/\\][\t\n\r]*[/\\]")


class Link(NamedTuple):
    """An address as a page writes it, and where it leads there; `meant` is None for nowhere."""

    written: str
    page: URL
    meant: URL | None

    def leads_to(self, host: str, place: str) -> str | None:
        """Gives where the link has to lead from our `place`, if the site is the `host`."""
        if self.meant is None:
            return None
        ours = self.meant.host == host and not (self.meant.username or self.meant.password)
        if self.meant.protocol in _WEB and ours:
            return place + self.meant.href.removeprefix(self.meant.origin)
        if self.meant.protocol in _WEB and _SCHEME_RELATIVE.match(self.written):
            return place.partition("//")[0] + self.meant.href.partition(":")[2]
        return str(self.meant.href)


def links() -> list[Link]:
    """Gives the cases of the web: on a page of http(s), or of http(s) without a page."""
    return [link for case in url_cases() if (link := _link(case)) is not None]


def _link(case: dict[str, Any]) -> Link | None:
    meant = None if case.get("failure") else URL(case["href"])
    base = case.get("base") or "about:blank"
    if base == "about:blank" and meant is not None and meant.protocol in _WEB:
        # of the other scheme, since `http:x` is relative on a page of its own
        base = f"{'http' if meant.protocol == 'https:' else 'https'}://town.example/a/b?c"
    page = URL(base)
    # the address of a page that a proxy stands for has no user
    return None if page.protocol not in _WEB or page.username else Link(case["input"], page, meant)


@pytest.mark.parametrize("scheme", _WEB)
@pytest.mark.parametrize("site", ["of the page", "of the link", "elsewhere"])
def test_every_link_leads_to_the_same_place(site: str, scheme: str):
    found = links()
    wrong = [link for link in found if not leads_there(link, _host(link, site), scheme)]
    print(f"{len(found) - len(wrong)} of {len(found)}")
    assert wrong == []


PIECES = st.sampled_from(
    [
        *("http:", "https:", "HTTP:", "//", "/", "\\", "town.example", "cdn.example", "u:p@", "x:"),
        *("a", "..", ".", "?", "#", "%2e", "\t", "\n", " ", "\0", "ї", "[::1]", ":", "@", "&"),
    ]
)


@given(
    st.lists(PIECES, max_size=9).map("".join),
    st.sampled_from(["https://town.example/a/b?c", "http://cdn.example/a/b"]),
    st.sampled_from(_WEB),
)
def test_so_does_whatever_else_a_page_may_write(written: str, page: str, scheme: str):
    meant = _resolved(written, page)
    link = Link(written, URL(page), None if meant is None else URL(meant))
    assert leads_there(link, "town.example", scheme)


def leads_there(link: Link, host: str, scheme: str) -> bool:
    """Says whether the link, mapped for a site at the host, leads from our place where it led."""
    place = f"{scheme}//proxy.test"
    # a page of another site than ours can only be the base that a page of ours names
    base = link.page.href if host != link.page.host else None
    page = f"{link.page.protocol}//{host}/a/b" if base else link.page.href
    mapped = UrlMap(Site(f"https://{host}"), page, base).map(link.written)
    expected = link.leads_to(host, place)
    # what leads within the page keeps to the page, and what leads nowhere stays as it is
    if expected is None or _within(link.written):
        return mapped == link.written
    return _resolved(mapped, place + URL(page).href.removeprefix(URL(page).origin)) == expected


def _host(link: Link, site: str) -> str:
    of_the_web = link.meant is not None and link.meant.protocol in _WEB
    if site == "of the link" and of_the_web and link.meant is not None:
        return str(link.meant.host)
    return ELSEWHERE if site == "elsewhere" else str(link.page.host)


def _within(written: str) -> bool:
    return written.strip(_C0_AND_SPACE)[:1] in {"", "#"}


def _resolved(url: str, base: str) -> str | None:
    try:
        return str(URL(url, base=base).href)
    except ValueError:
        return None
