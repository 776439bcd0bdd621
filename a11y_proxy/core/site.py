"""What the operator knows about the site, and no machine can."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Credentials = Literal["original", "proxy"]
"""Where visitors say passwords: at the original site only, or also through us."""

NoTransform = Literal["respect", "override"]
"""What becomes of pages that say `Cache-Control: no-transform` (RFC 9110 §7.7)."""


@dataclass(frozen=True, slots=True)
class Site:
    """
    One site: where it is, under which further origins it calls itself, and its recipe.

    `origin` is scheme, host and port without a trailing slash (RFC 6454 §6.2 serialisation);
    `aliases` are further origins whose links stay inside ours; `main` is a CSS selector of the
    main region; `alts` maps the address of a picture, as the page writes it or absolute, to the
    alternative text that the operator wrote for it, `alts_by_selector` a CSS selector to that text, "" saying that the picture is decorative;
    `language` is the tag (BCP 47) of the language of pages that do not say and do not show theirs.
    `host_key` is the secret that signs our addresses of other hosts' style sheets and fonts; without
    one these stay where they are. `credentials` is where visitors may say a password; `no_transform`
    says whether pages that must not be transformed are left alone.

    `removals` are CSS selectors of what is left out of pages; `headings` maps a selector to the level,
    1 to 6, of the heading that it is; `abbreviations` maps an abbreviation to its words;
    `toggle_phrases` are the words of links that lead to a version for people with impairments; `scripts` are the
    paths of script files in whose strings the site's address is mapped.
    """

    origin: str
    aliases: tuple[str, ...] = ()
    main: str | None = None
    alts: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None
    host_key: bytes | None = field(default=None, repr=False)
    alts_by_selector: Mapping[str, str] = field(default_factory=dict)
    headings: Mapping[str, int] = field(default_factory=dict)
    removals: tuple[str, ...] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    toggle_phrases: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    credentials: Credentials = "original"
    no_transform: NoTransform = "respect"
