"""Pages that browsers read as XML (A22, E08): the same words and elements come out as HTML."""

from __future__ import annotations

import pytest

from a11y_proxy.core.artifact import render
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from a11y_proxy.rewrite.html.xhtml import as_html

HTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<script src="a.js"/><p>x</p>', '<script src="a.js"></script><p>x</p>'),
        ('<div id="a"/><a id="b"/><p/>x', '<div id="a"></div><a id="b"></a><p></p>x'),
        ("<br/><img src='a'/>", '<br><img src="a">'),
        ("<![CDATA[<b> & &nbsp;]]>", "&lt;b&gt; &amp; &amp;nbsp;"),
        ("&laquo;Ї&raquo;&#8212;&lt;", "«Ї»—&lt;"),
        ("<script>if (a &lt; b &amp;&amp; c) x()</script>", "<script>if (a < b && c) x()</script>"),
        ("<style>a > b {}</style>", "<style>a > b {}</style>"),
        ('<h:p xmlns:h="http://www.w3.org/1999/xhtml">x</h:p>', "<p>x</p>"),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0"/></svg>',
            '<svg viewBox="0 0 1 1"><path d="M0"></path></svg>',
        ),
    ],
)
def test_it_means_the_same_as_html(before: str, after: str):
    declared = '<?xml version="1.0" encoding="windows-1251"?>\n<!DOCTYPE html>'
    written = as_html(declared + HTML.format(before))
    assert written == f"<!DOCTYPE html><html><body>{after}</body></html>"


@pytest.mark.parametrize(
    "page",
    [
        "<html><p>x</html>",
        HTML.format("&unknown;"),
        HTML.format("<i>" * 300 + "</i>" * 300),
        '<!DOCTYPE html [<!ENTITY a "b">]><html>&a;</html>',
        '<!DOCTYPE html [<!ENTITY % a SYSTEM "file:///etc/passwd">%a;]><html/>',
        "",
    ],
)
def test_what_is_not_well_formed_or_has_entities_of_its_own_is_read_as_html(page: str):
    assert as_html(page) is None


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251"])
def test_a_page_of_xhtml_loses_no_word(encoding: str):
    said = f'<?xml version="1.0" encoding="{encoding}"?>'
    body = (said + HTML.format('<title/><script src="a.js"/><p>Рішення</p>')).encode(encoding)
    source = Source("https://town.example/", "text/html", body, xml=True)
    artifact = transform(
        source, Rendition(), Site("https://town.example"), Phrases({}), strict=True
    )
    written = render(artifact, lambda _: b"").decode()
    assert artifact.media_type == "text/html; charset=utf-8"
    assert "<p>Рішення</p>" in written.replace("</script>", "</script>\n")
