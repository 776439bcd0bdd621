"""What the operator knows about the site, and no machine can."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Site:
    """
    One site: where it is, under which further origins it calls itself, and its recipe.

    `origin` is scheme, host and port without a trailing slash (RFC 6454 §6.2 serialisation);
    `aliases` are further origins whose links stay inside ours; `main` is a CSS selector of the
    main region; `alts` maps the address of a picture, as the page writes it or absolute, to the
    alternative text that the operator wrote for it; `language` is the tag (BCP 47) of the language
    of pages that do not say and do not show theirs. `host_key` is the secret that signs our addresses
    of other hosts' style sheets and fonts; without one these stay where they are.
    """

    origin: str
    aliases: tuple[str, ...] = ()
    main: str | None = None
    alts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    language: str | None = None
    host_key: bytes | None = field(default=None, repr=False)
