"""Inline scripts: the site's own address, and nothing else."""

from __future__ import annotations

import pytest
from ada_url import URL

from a11y_proxy.core.artifact import Marker
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.rewrite.html.document import parse, serialise
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.steps.scripts import scripts

SITE = Site("https://town.example:8443", aliases=("https://www.town.example",))


def after(script: str, kind: str = "") -> str:
    tree = parse(f'<script type="{kind}">{script}</script>', fragment=True)
    page = Page(tree.root, SITE.origin + "/", SITE, Rendition(), Phrases({}), Marker("0" * 32))
    scripts(page)
    return tree.root[0].text or ""


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("fetch('https://town.example:8443/ajax')", "fetch('/ajax')"),
        ('var site = "http://town.example:8443";', 'var site = "/.";'),
        (r'{"home":"https:\/\/town.example:8443"}', r'{"home":"\/."}'),
        ("`//www.town.example` + '/x'", "`/.` + '/x'"),
        (
            '{"imports":{"a":"https://town.example:8443/a.js","b/":"./b/"},"scopes":{"/c/":{}}}',
            '{"imports":{"a":"/a.js","b/":"./b/"},"scopes":{"/c/":{}}}',
        ),
        ("go(`//www.town.example/news/`)", "go(`/news/`)"),
        (r'{"url":"https:\/\/town.example:8443\/a"}', r'{"url":"\/a"}'),
        ("x='HTTPS://TOWN.EXAMPLE:8443/'", "x='/'"),
    ],
)
def test_the_sites_own_address_becomes_root_relative(before: str, expected: str) -> None:
    assert after(before) == expected


@pytest.mark.parametrize("behind", ["", "/x", "?q=1", "#top", "//x", "/../y"])
def test_an_address_alone_leads_to_the_root_with_whatever_is_put_behind_it(behind: str) -> None:
    """A23."""
    written = after('"https://town.example:8443"').strip('"') + behind
    meant = URL(f"https://town.example:8443{behind}").href
    found = URL(written, base="https://proxy.test/a/b?c").href
    assert found.removeprefix("https://proxy.test") == meant.removeprefix(
        "https://town.example:8443"
    )


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (
            """<select onchange="location='{}/x'"></select>""",
            """<select onchange="location='/x'">""",
        ),
        ("""<a href="javascript:go('{}/x')">x</a>""", """<a href="javascript:go('/x')">x</a>"""),
        ("""<p title="'{}/x'">x</p>""", """<p title="'{}/x'">x</p>"""),
    ],
)
def test_handlers_are_scripts_and_other_attributes_are_not(before: str, expected: str) -> None:
    """A23."""
    tree = parse(before.format(SITE.origin), fragment=True)
    page = Page(tree.root, SITE.origin + "/", SITE, Rendition(), Phrases({}), Marker("0" * 32))
    scripts(page)
    assert expected.format(SITE.origin) in serialise(tree).decode()


@pytest.mark.parametrize(
    "script",
    [
        "fetch('https://town.example:8443.evil/x')",
        "fetch('https://town.example/x')",
        "fetch('https://other.example/?back=https://town.example:8443/')",
        "// see https://town.example:8443/ for more",
        "'https://town.example:84430/'",
        "a = 'town.example:8443/'",
    ],
)
def test_every_other_text_stays_as_it_is(script: str) -> None:
    assert after(script) == script


def test_statements_about_the_site_keep_its_address() -> None:
    data = '{"@id": "https://town.example:8443/"}'
    assert after(data, "application/ld+json") == data
