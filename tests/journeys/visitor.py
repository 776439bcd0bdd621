"""A visitor as journeys need one: a browser without scripts, which keeps cookies and fills in forms."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from functools import cached_property
from http.cookiejar import CookieJar
from string import punctuation
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urljoin, urlsplit

from lxml import html

PATIENCE = 30.0
BROWSER = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "uk,en;q=0.5",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "same-origin",
    "User-Agent": "Mozilla/5.0",
}
SCRIPT = {"Accept": "*/*", "Sec-Fetch-Dest": "empty", "Sec-Fetch-Mode": "cors"}
"""What a browser says for `fetch` in place of the above."""


@dataclass(frozen=True)
class Seen:
    """A page as the visitor has it open, after all redirects; `trail` are the addresses on the way."""

    trail: tuple[str, ...]
    status: int
    headers: Message
    body: bytes

    @property
    def url(self) -> str:
        return self.trail[-1]

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.body, parser=html.HTMLParser(encoding="utf-8"))

    @property
    def words(self) -> str:
        """The page's words, without what is ours."""
        ours = "ancestor::*[self::script or self::style or @data-a11y-ui]"
        return " ".join(" ".join(self.tree.xpath(f"//body//text()[not({ours})]")).split())

    def link(self, selector: str) -> str:
        """Gives where the first such link leads."""
        return urljoin(self.url, self.tree.cssselect(selector)[0].get("href"))

    def form(self, selector: str) -> html.FormElement:
        return self.tree.cssselect(selector)[0]


class Visitor:
    """Somebody with a browser at `home`, an origin."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.cookies = CookieJar()
        self._trail: list[str] = []
        follow = urllib.request.HTTPRedirectHandler()
        self._opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}),
            urllib.request.HTTPCookieProcessor(self.cookies),
            follow,
        )
        self._follow = follow.redirect_request
        follow.redirect_request = self._redirected

    def open(
        self, address: str, body: bytes | None = None, method: str | None = None, **headers: str
    ) -> Seen:
        """Opens an address, absolute or under `home`; follows redirects."""
        url = quote(urljoin(f"{self.home}/", address), safe=punctuation)
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            said = {"Origin": self.home, "Referer": url} | said
        self._trail = [url]
        request = urllib.request.Request(url, body, BROWSER | said, method=method)
        try:
            with self._opener.open(request, timeout=PATIENCE) as reply:
                return Seen((*self._trail,), reply.status, reply.headers, reply.read())
        except HTTPError as error:
            with error:
                return Seen((*self._trail,), error.code, error.headers, error.read())

    def send(self, page: Seen, form: html.FormElement, button: str = "", **filled: str) -> Seen:
        """Fills in a form of a page and sends it as a browser does, by the button of that name."""
        form.fields.update(filled)
        fields = form.form_values()
        if button:
            fields.append((button, form.fields[button]))
        data = urlencode(fields)
        action = urljoin(page.url, form.action or page.url)
        if form.method == "GET":
            return self.open(f"{action.partition('?')[0]}?{data}")
        kind = "application/x-www-form-urlencoded"
        return self.open(action, data.encode(), Content_Type=kind, Referer=page.url)

    def fetch(self, address: str, given: Mapping[str, Any] | None = None, **headers: str) -> Seen:
        """Asks for JSON as a script of a page does; `given` is sent as JSON."""
        body = None if given is None else json.dumps(given).encode()
        kind = {} if body is None else {"Content-Type": "application/json"}
        return self.open(address, body, **SCRIPT | kind | headers)

    def _redirected(self, request: Any, *rest: Any) -> Any:
        self._trail.append(urljoin(request.full_url, rest[-1]))
        return self._follow(request, *rest)


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
