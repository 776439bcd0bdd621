"""A request and its reply, free of any web framework."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from a11y_proxy.caching.client import Handling
from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.fields import Fields
from a11y_proxy.core.fingerprint import Key
from a11y_proxy.core.preferences import Rendition


@dataclass(frozen=True, slots=True)
class Request:
    """
    What a visitor asks for.

    `target` is the raw path and query as sent; `fields` are without hop-by-hop fields, without
    what only a proxy may say, and without our own cookie. `public_origin` is the origin that the
    visitor sees us under, `client` the address that they come from. `named` says that the recipe names
    what is asked for among the site's scripts, `overrides` that the operator has pages adapted that
    say no-transform.
    """

    method: str
    target: str
    fields: Fields
    rendition: Rendition
    public_origin: str
    client: str | None = None
    body: AsyncIterator[bytes] | None = None
    named: bool = False
    overrides: bool = False

    @property
    def destination(self) -> str | None:
        """What the browser wants it for (Fetch Metadata), where it says so."""
        return self.fields.get("sec-fetch-dest")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """
    An artifact whose slots are still open; `key` is the artifact's.

    A `fallback` may be the origin's own bytes in the origin's own charset: what is filled in must
    be ASCII.
    """

    artifact: Artifact
    key: Key
    fallback: bool = False


@dataclass(frozen=True, slots=True)
class Plain:
    """The origin's own body, in hand and decoded."""

    body: bytes


@dataclass(frozen=True, slots=True)
class Streamed:
    """
    The origin's own body, on its way, as it is coded.

    Whoever has it reads `chunks` (which raises OriginCutOffError) or calls `close`, or both.
    """

    chunks: AsyncIterator[bytes]
    close: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Reply:
    """
    What goes back; `fields` are still the origin's.

    `url` is the address at the origin; `changed` says that the origin's body-bound fields are not
    true of what we send; `notice` is a phrase for the panel; `cache_control` is None where the
    origin's own stands. `lasts` says whether this very reply may be given again without asking,
    to whoever asks the same; None where it may not.
    """

    url: str
    status: int
    fields: Fields
    body: Rewritten | Plain | Streamed
    handling: Handling
    changed: bool = False
    notice: str | None = None
    cache_control: str | None = None
    lasts: Callable[[], bool] | None = None
