"""
Addresses between the site and us, one to one: the site's root is our root.

So relative and root-relative addresses need no change; only those that name the site's host do. Style
sheets and fonts of other hosts have addresses of their own here (`hostspace`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from ada_url import URL
from webencodings import UTF8, lookup

from a11y_proxy.core.hostspace import signed
from a11y_proxy.core.site import Site

_C0_AND_SPACE = "".join(map(chr, range(0x21)))
_TAB_OR_NEWLINE = re.compile(r"[\t\n\r]+")
_WEB = frozenset(("http:", "https:"))
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_WEB_SCHEME_OR_HOST = re.compile(r"(?:https?:|[/\\]{2})", re.IGNORECASE)
_PLAIN_HOST = re.compile(r"(?:https?:)?//[A-Za-z0-9.\-:]+(?=[/?#]|\Z)")
_UP_TO_PATH = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.\-]*:)?[/\\]{2,}[^/\\?#]*")
_MIGHT_NAME_A_HOST = re.compile(r"[:\\\x00-\x20]|//")
_STANDS_ON_BASE = re.compile(r"(?![A-Za-z][A-Za-z0-9+.\-]*:|[/\\]{2}|#|\Z)")
_STANDS_ON_SCHEME = re.compile(r"https?:(?![/\\]{2})", re.IGNORECASE)
_PATH_CHARACTERS = r"[^\x00-\x20#?\\\x7f-\U0010ffff]*"
_TARGET = re.compile(rf"/{_PATH_CHARACTERS}(?:\?[^\x00-\x20#\x7f-\U0010ffff]*)?")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


class RefusedTargetError(ValueError):
    """A request target that no browser sends for a page of ours; the message says what it was."""


class UrlMap:
    """
    Maps the addresses of one page or style sheet.

    `page_url` is its own absolute address at the origin, `base` the value of its first
    `<base href>`; addresses are read by the WHATWG URL Standard. `abroad` says that the base is at
    another site: it cannot stay, since our own links would stand on it, too. So it is in another
    host's sheet, which comes from us. `origins` are the site's. Queries go out in the encoding in which
    the page sends them (`encode_query`).
    """

    def __init__(
        self, site: Site, page_url: str, base: str | None = None, query_encoding: str = "utf-8"
    ) -> None:
        self._site = site
        self._query_encoding = query_encoding
        self.origins = _origins(site.origin, *site.aliases)
        self._base = (_joined(base, page_url) if base is not None else None) or page_url
        self._hosts: dict[str, bool] = {}
        self.abroad = not self.is_ours(self._base)

    def map(self, url: str) -> str:
        """
        Gives the address to write instead: root-relative for the site's own hosts.

        Every other address is given back as it is: relative ones, other hosts, other schemes. Only
        what stands on a base abroad becomes absolute, and so does what is relative to pages of one
        scheme alone, such as `http:x`: the scheme of our place may be the other one.
        """
        url = encode_query(url, self._query_encoding)
        if not (self.abroad or _MIGHT_NAME_A_HOST.search(url)):
            return url
        plain = _plain(url)
        path = self._path(plain) if _WEB_SCHEME_OR_HOST.match(plain) else None
        if path is not None:
            return _rooted(path)
        moves = self._stands_on_base(plain) or _STANDS_ON_SCHEME.match(plain)
        return self.absolute(url) if moves else url

    def map_sheet(self, url: str) -> str:
        """
        Gives the address to write for a style sheet or a font: also another host's comes from us.

        Whatever is no such address is mapped as any other.
        """
        url, key = encode_query(url, self._query_encoding), self._site.host_key
        relative = not _MIGHT_NAME_A_HOST.search(url)
        if key is None or (relative and not self._stands_on_base(_plain(url))):
            return self.map(url)
        try:
            parsed = URL(url, base=self._base)
        except ValueError:
            return url
        if parsed.protocol not in _WEB or parsed.origin in self.origins:
            return self.map(url)
        return signed(key, parsed)

    def carries(self, url: str) -> bool:
        """Whether a style sheet at the address comes from us, rewritten."""
        return self._site.host_key is not None or self.is_ours(url)

    def _path(self, plain: str) -> str | None:
        """Gives what follows the host of one of the site's addresses; None for any other."""
        if host := _PLAIN_HOST.match(plain):
            # what follows such a host cannot change whose it is, and a page names few hosts
            if host[0] not in self._hosts:
                self._hosts[host[0]] = self.is_ours(host[0])
            return plain[host.end() :] if self._hosts[host[0]] else None
        try:
            parsed = URL(plain, base=self._base)
        except ValueError:
            return None
        if parsed.origin not in self.origins or parsed.username or parsed.password:
            return None
        written = _UP_TO_PATH.match(plain)
        return plain[written.end() :] if written else parsed.href.removeprefix(parsed.origin)

    def _stands_on_base(self, plain: str) -> bool:
        return self.abroad and _STANDS_ON_BASE.match(plain) is not None

    def is_named_script(self, url: str) -> bool:
        """Whether the address is that of a script in which the recipe wants addresses mapped."""
        scripts = self._site.scripts
        return bool(scripts) and self.is_ours(url) and _path_of(self.absolute(url)) in scripts

    def is_ours(self, url: str) -> bool:
        """Whether the address leads to the site, however it is written."""
        try:
            return URL(url, base=self._base).origin in self.origins
        except ValueError:
            return False

    def absolute(self, url: str) -> str:
        """Gives the address at the origin, absolute; as it is where it is no address at all."""
        return _joined(encode_query(url, self._query_encoding), self._base) or url


def to_origin(site: Site, raw_target: str) -> str:
    """
    Gives the address at the origin for a request target (RFC 9112 §3.2.1, origin-form).

    Path and query come through byte for byte, with two slashes at their beginning, too: what stands
    behind a host is its path. Raises RefusedTargetError for what no origin-form target may hold.
    """
    if not _TARGET.fullmatch(raw_target):
        raise RefusedTargetError(f"Not the address of a page of this site: {raw_target[:200]!r}")
    return site.origin + raw_target


def encode_query(url: str, label: str) -> str:
    """
    Gives the address with its query in another encoding than UTF-8, as a browser would send it.

    A page in windows-1251 asks for `?q=%EF` where the same page in UTF-8 asks for `?q=%D0%BF`
    (URL Standard, "percent-encode after encoding"; what the encoding lacks becomes `&#N;`).
    """
    if label == UTF8.name or url.isascii():
        return url
    before, mark, after = url.partition("?")
    scheme = _SCHEME.match(_plain(before))
    if not mark or "#" in before or (scheme and scheme[0].lower() not in _WEB):
        return url
    query, hash_mark, fragment = after.partition("#")
    encoding = lookup(label) or UTF8
    encoded = _NOT_ASCII.sub(
        lambda match: quote(encoding.codec_info.encode(match[0], "xmlcharrefreplace")[0], safe=""),
        query,
    )
    return f"{before}?{encoded}{hash_mark}{fragment}"


def _plain(url: str) -> str:
    """Gives the address as the standard's parser reads it: what is around it and its line breaks go."""
    return _TAB_OR_NEWLINE.sub("", url.strip(_C0_AND_SPACE))


@lru_cache
def _origins(*origins: str) -> frozenset[str]:
    """Gives the origins that are the site: its own and its aliases, under either scheme."""
    parsed = map(URL, origins)
    return frozenset(f"{scheme}//{url.host}" for url in parsed for scheme in _WEB)


def _joined(url: str, base: str) -> str | None:
    """Gives the absolute address; None where the two do not make one."""
    try:
        return str(URL(url, base=base).href)
    except ValueError:
        return None


def _path_of(url: str) -> str:
    return str(URL(url).pathname)


def _rooted(path: str) -> str:
    """Gives a root-relative address; `/.` keeps a path that begins with two slashes from a host."""
    if not path.startswith(("/", "\\")):
        path = f"/{path}"
    return f"/.{path}" if path[1:2] in {"/", "\\"} else path
