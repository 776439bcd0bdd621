"""What policies let in by hash is let in as it became, and nothing else is."""

from __future__ import annotations

import re
from html import escape

import pytest

from a11y_proxy.core.artifact import Artifact
from a11y_proxy.core.hashed import hash_of
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform

ORIGIN = "https://town.example"
STYLE = "p{color:#777;text-align:right}"
SCRIPT = f"go('{ORIGIN}/news/')"
MAPPED = "go('/news/')"


def sha(text: str, algorithm: str = "sha256") -> str:
    return hash_of(text, algorithm)


def rewritten(markup: str, *named: str, **rendition: str) -> Artifact:
    source = Source(ORIGIN + "/", "text/html", markup.encode(), hashes=frozenset(named))
    wished = Rendition(**rendition)
    return transform(source, wished, Site(ORIGIN), Phrases({}, default="en"), strict=True)


def inside(artifact: Artifact, tag: str = "style") -> str:
    text = b"".join(artifact.parts).decode()
    return re.search(rf"<{tag}\b[^>]*>(.*?)</{tag}>", text, re.DOTALL)[1]


@pytest.mark.parametrize("algorithm", ["sha256", "sha384", "sha512"])
def test_a_style_is_let_in_by_the_hash_of_what_it_became(algorithm: str) -> None:
    old = sha(STYLE, algorithm)
    artifact = rewritten(f"<style>{STYLE}</style><p>x", old)
    assert inside(artifact) != STYLE
    assert artifact.hashes == {old: sha(inside(artifact), algorithm)}


def test_a_script_is_let_in_by_the_hash_of_what_it_became() -> None:
    artifact = rewritten(f"<script>{SCRIPT}</script>", sha(SCRIPT))
    assert artifact.hashes == {sha(SCRIPT): sha(MAPPED)}


def test_an_attribute_is_let_in_by_the_hash_of_what_it_became() -> None:
    """For policies that say 'unsafe-hashes' (CSP 3 §8.3)."""
    markup = f'<p style="color:#777">x<button onclick="{SCRIPT}">y</button>'
    artifact = rewritten(markup, sha("color:#777"), sha(SCRIPT))
    style = re.search(r'<p style="([^"]*)"', b"".join(artifact.parts).decode())[1]
    assert style != "color:#777"
    assert artifact.hashes == {sha("color:#777"): sha(style), sha(SCRIPT): sha(MAPPED)}


def test_what_no_policy_names_gets_no_hash() -> None:
    markup = f"<style>{STYLE}</style><script>{SCRIPT}</script>"
    assert rewritten(markup).hashes == {}
    assert rewritten(markup, sha("something else")).hashes == {}
    assert set(rewritten(markup, sha(SCRIPT)).hashes) == {sha(SCRIPT)}


def test_what_did_not_change_keeps_its_hash() -> None:
    text = "go('/news/')"
    assert rewritten(f"<script>{text}</script>", sha(text)).hashes == {sha(text): sha(text)}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        # the lines of a text end as the parser ends them (HTML §13.2.3.5)
        ("\ngo()\r\n\r", "\ngo()\n\n"),
        ("<!-- go()\n//-->", "<!-- go()\n//-->"),
        ("a && b < c &amp; ']]>'--", "a && b < c &amp; ']]>'--"),
        ("'\u00a0\u2028 Київ 🌻'", "'\u00a0\u2028 Київ 🌻'"),
        ("'\x01\x0c'", "'\x01\x0c'"),
    ],
)
def test_the_hash_is_that_of_the_text_that_a_browser_reads(written: str, text: str) -> None:
    artifact = rewritten(f"<script>{written}</script>", sha(text))
    assert inside(artifact, "script") == text
    assert artifact.hashes == {sha(text): sha(text)}


def test_one_text_that_became_two_is_let_in_as_both() -> None:
    """A drawing in several colours keeps its own, one in a single colour takes the theme's."""
    drawing = (
        '<svg><path style="fill:#777" fill="#111"/><path fill="#222"/><path fill="#333"/></svg>'
    )
    artifact = rewritten(f'{drawing}<svg><path style="fill:#777"/></svg>', sha("fill:#777"))
    text = b"".join(artifact.parts).decode()
    now = {sha(style) for style in re.findall(r'<path style="([^"]*)"', text)}
    assert len(now) == 2
    assert artifact.hashes == {sha("fill:#777"): " ".join(sorted(now))}


def test_a_style_that_is_taken_away_needs_no_new_hash() -> None:
    artifact = rewritten(f"<style>{STYLE}</style><p>x", sha(STYLE), layout="text")
    assert "<style" not in b"".join(artifact.parts).decode()
    assert artifact.hashes == {sha(STYLE): sha(STYLE)}


def test_a_hash_is_for_all_visitors_so_such_a_style_asks_for_the_window_itself() -> None:
    style = "@media (min-width:700px){p{text-align:right}}"
    usual = rewritten(f"<style>{style}</style><p>x")
    named = rewritten(f"<style>{style}</style><p>x", sha(style))
    assert [slot.value for slot in usual.slots if slot.name == "width"] == ["700px"]
    assert not [slot for slot in named.slots if slot.name == "width"]
    assert "700px" in inside(named)
    assert named.hashes == {sha(style): sha(inside(named))}


def test_a_policy_in_the_page_names_the_new_hash() -> None:
    """A10: as one in the header does."""
    policy = f"style-src {sha(STYLE)} {sha('another')}"
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}"><style>{STYLE}</style>'
    artifact = rewritten(f"<html><head>{head}</head><body><p>x")
    text = b"".join(artifact.parts).decode()
    said = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
    assert said == f"style-src {sha(inside(artifact))} {sha('another')} 'self'"


def test_a_framed_document_is_under_the_policies_of_the_page() -> None:
    """HTML §7.3.3: a document that stands in an attribute inherits them."""
    inner = escape(f"<script>{SCRIPT}</script>")
    artifact = rewritten(f'<iframe srcdoc="{inner}"></iframe>', sha(SCRIPT))
    assert artifact.hashes == {sha(SCRIPT): sha(MAPPED)}
