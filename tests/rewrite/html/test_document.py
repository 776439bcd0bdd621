"""The adapter: what a browser reads in the page, it reads in what we write."""

from __future__ import annotations

import html5lib
import pytest
import turbohtml
from hypothesis import given, settings
from hypothesis import strategies as st

from a11y_proxy.rewrite.html import limits
from a11y_proxy.rewrite.html.document import FRAGMENT, parse, serialise
from a11y_proxy.rewrite.unparsable import UnparsableError
from a11y_proxy.standards.html import XLINK_HREF, XML_LANG


def round_trip(markup: str, *, fragment: bool = False) -> str:
    return serialise(parse(markup, fragment=fragment)).decode()


def body(markup: str) -> str:
    written = round_trip(f"<!DOCTYPE html><body>{markup}")
    return written.partition("<body>")[2].removesuffix("</body></html>")


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param('<a href="/пошук?q=їжак&amp;p=1">x</a>', id="addresses stay unescaped"),
        pytest.param('<a name="якір">x</a>', id="anchor names stay unescaped"),
        pytest.param('<a href=" /x ">x</a>', id="addresses are not trimmed"),
        pytest.param("<xmp><b>&amp;</xmp>", id="xmp is raw"),
        pytest.param('<iframe src="x"><p>a&amp;</iframe>', id="iframe is raw"),
        pytest.param("<noembed><b>&</noembed>", id="noembed is raw"),
        pytest.param("<noframes><p>x&y</noframes>", id="noframes is raw"),
        pytest.param('<script>if (a<b && c) x("<\\/p>&amp;")</script>', id="script is raw"),
        pytest.param("<style>a > b { content: '<&' }</style>", id="style is raw"),
        pytest.param("<pre>\n\nx</pre>", id="pre keeps its first empty line"),
        pytest.param("<textarea>\n\nx</textarea>", id="textarea keeps its first empty line"),
        pytest.param("<listing>\n\nx</listing>", id="listing keeps its first empty line"),
        pytest.param('<input disabled="">', id="boolean attributes"),
        pytest.param("<div></div><i></i><a></a>", id="empty is not self-closed"),
        pytest.param('<script src="x"></script><p>y</p>', id="an empty script is closed"),
        pytest.param("<template><tr><td>1</td></tr></template>", id="template content"),
        pytest.param("<!--[if lt IE 9]><div/><![endif]-->", id="conditional comments"),
        pytest.param("<!-- a -- b ---><p>x</p>", id="hyphens in comments"),
        pytest.param(
            '<p @click="a" :b="c" v-on:x.y="1" (z)="2">q</p>', id="names that XML refuses"
        ),
        pytest.param("<o:p>q</o:p><fb:like></fb:like>", id="element names with colons"),
        pytest.param('<p xmlns="q" xmlns:og="r">x</p>', id="xmlns is an attribute like others"),
        pytest.param("<p>a\x0cb</p><p>c\x0bd\x01e</p>", id="control characters"),
        pytest.param("<p>a\xa0b&amp;nbsp;c</p>", id="no-break space"),
        pytest.param('<p title="a&#10;b&#9;c">x</p>', id="line breaks in attributes"),
        pytest.param(
            '<svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg"><linearGradient id="a">'
            '</linearGradient><use xlink:href="#a"></use></svg>',
            id="SVG keeps its case and its links",
        ),
        pytest.param("<svg><style>a&lt;b&amp;c</style></svg>", id="style in SVG is not raw"),
        pytest.param(
            '<math><mi definitionURL="x">y</mi><annotation-xml encoding="text/html"><p>z</p>'
            "</annotation-xml></math>",
            id="MathML",
        ),
        pytest.param("<noscript><p>a &lt; b</p></noscript>", id="noscript"),
        pytest.param("<svg><foreignObject><p>x</p></foreignObject></svg>", id="HTML in SVG"),
        pytest.param(
            """<script>x = ' xmlns="http://www.w3.org/2000/svg"'</script>""", id="xmlns in script"
        ),
        pytest.param('<p>&lt;svg xmlns="http://www.w3.org/2000/svg"&gt;</p>', id="xmlns in text"),
    ],
)
def test_what_is_written_well_comes_out_as_it_is(markup: str):
    written = body(markup)
    assert html_of(written) == html_of(markup)
    assert turbohtml.parse(written).equals(turbohtml.parse(markup))


def html_of(markup: str) -> str:
    """The slash of void elements aside."""
    return markup.replace("/>", ">")


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE html>",
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
        "<!doctype html SYSTEM 'about:legacy-compat'>",
        "<!DOCTYPE html PUBLIC>",
        "<!DOCTYPE>",
    ],
)
def test_the_doctype_stays_to_the_letter_and_with_it_the_rendering_mode(doctype: str):
    assert round_trip(f"\n<!-- <!DOCTYPE x> -->{doctype}<p>x").startswith(doctype)


def test_a_page_without_doctype_stays_without():
    assert round_trip("<p>x").startswith("<html>")


def test_a_table_in_a_paragraph_of_a_quirky_page_stays_there():
    assert "<p>a<table></table></p>" in round_trip("<p>a<table></table>")


def test_comments_outside_the_document_stay_in_their_places():
    written = round_trip("<!--a--><!DOCTYPE html><!--b--><p>x</p></body></html><!--c-->")
    assert (
        written
        == "<!DOCTYPE html>\n<!--a--><!--b--><html><head></head><body><p>x</p></body></html><!--c-->"
    )


def test_a_frameset_stays_a_frameset():
    markup = '<html><head></head><frameset rows="1"><frame src="a"><noframes><p>x</noframes></frameset></html>'
    assert html_of(round_trip(markup)) == markup


def test_rules_see_inside_noscript_and_browsers_with_scripting_keep_their_head():
    document = parse("<head><noscript><img src=x></noscript><title>t</title></head><p>x")
    assert document.root.find("head/noscript/img") is not None
    assert document.root.find("head/title") is not None


def test_rules_see_plain_names():
    root = parse(
        '<html xml:lang="uk" xmlns="http://www.w3.org/1999/xhtml"><svg><use xlink:href="#a"/></svg>'
    ).root
    assert [element.tag for element in root.iter()] == ["html", "head", "body", "svg", "use"]
    assert root.get(XML_LANG) == "uk"
    assert root.find("body/svg/use").get(XLINK_HREF) == "#a"


def test_text_of_scripts_and_styles_is_in_the_tree_as_it_was_written():
    root = parse("<style>a>b{}</style><script>a<b&&c</script>").root
    assert [element.text for element in root.iter("style", "script")] == ["a>b{}", "a<b&&c"]


def test_a_long_script_comes_out_to_the_byte():
    script = "if (a<b && c) x('<\\/p>&amp;ї\x01\x0c');\n" * 100
    assert f"<script>{script}</script>" in round_trip(f"<script>{script}</script><p @a=1>x")
    foreign = "x &lt; y;" * 200
    assert f"<script>{foreign}</script>" in body(f"<svg><script>{foreign}</script></svg>")


def test_plaintext_at_the_end_keeps_its_text_and_elsewhere_swallows_nothing():
    assert round_trip("<p>a<plaintext>b</p>").endswith("<plaintext>b</p>")
    written = round_trip("<table><tr><td>1</td></tr><plaintext>a<b")
    assert "<pre>a&lt;b</pre><table><tbody><tr><td>1" in written


def test_no_page_can_write_the_names_that_stand_for_others():
    (hidden,) = parse("<p @click=1>").names
    assert f"{hidden} @x=1" in body(f"<p>{hidden} @x=1</p>")


@pytest.mark.parametrize(
    "markup",
    [
        "<tr><td>1</td></tr>",
        "<td>1</td><td>2</td>",
        "<option>a</option><option>b</option>",
        "<li>a</li><li>b</li>",
        "text <b>b</b> text",
        "<caption>x</caption>",
        '<link rel="x"><style>a{}</style><p>x</p>',
        "<script>a<b</script>",
        "<!-- a --><p>x</p>",
        "",
    ],
)
def test_a_fragment_stays_what_it_is(markup: str):
    assert html_of(round_trip(markup, fragment=True)) == markup


def test_a_fragment_has_a_root_of_ours():
    assert parse("<p>x", fragment=True).root.tag == FRAGMENT


def nested(levels: int) -> str:
    return "<div>" * levels + "x"


@pytest.mark.parametrize(
    ("markup", "limit"),
    [
        pytest.param(nested(3_000), limits.MAX_DEPTH, id="depth"),
        pytest.param(nested(600), limits.MAX_DEPTH, id="depth that lxml would take"),
        pytest.param("x" * (limits.MAX_TEXT + 1), limits.MAX_TEXT, id="text"),
        pytest.param("<br>" * (limits.MAX_ELEMENTS + 1), limits.MAX_ELEMENTS, id="elements"),
        pytest.param(
            f"<p {' '.join(f'a{n}' for n in range(100_000))}>",
            limits.MAX_ATTRIBUTES,
            id="attributes",
        ),
        pytest.param(
            "".join(f"<font color={n}>" for n in range(600)) + "<p>x</p>" * 8_000,
            limits.MAX_REOPENED,
            id="formatting elements that open again",
        ),
    ],
)
def test_a_bomb_is_refused_with_the_limit_it_breaks(markup: str, limit: int):
    with pytest.raises(UnparsableError, match=rf"{limit:,}|{limit}"):
        parse(markup)


def test_deep_nesting_below_the_limit_loses_nothing():
    assert body(nested(400)).count("<div>") == 400


PIECES = (
    "<p> </p> <div> </div> <b> <i> </b> <table> <tr> <td> </table> <a@b :c=1 href=x> </a@b>"
    " <!-- -- --> <! > <svg> </svg> <style> </style> <script> </script> <pre> \n </pre>"
    " &amp; &lt; &#12; &#xfdd9; \x0c \x01 \x00 \ufdd0 < > & ' \" текст x <xmp> </xmp> <br/>"
    " <template> </template> <noscript> </noscript> <select> <option> <math> <mi> <o:p>"
    " <?xml:namespace prefix=o ?> <?php x?> <plaintext> <p/xmlns:a=1> <textarea> </textarea>"
    " <foreignObject> <title> </title> <frameset> <head> <body/a> <html/b>"
)


@given(st.lists(st.sampled_from(PIECES.split(" ")), max_size=30))
@settings(max_examples=300, deadline=None)
def test_whatever_the_markup_no_word_is_lost_and_nothing_fails(pieces: list[str]):
    markup = "".join(pieces)
    before = turbohtml.parse(markup, scripting=True).text
    after = turbohtml.parse(round_trip(markup), scripting=True).text
    assert after.count("текст") >= before.count("текст")


def test_an_independent_parser_reads_every_word():
    markup = (
        "<p>один <b>два <i>три</b> чотири</i><table><td>п'ять</table><svg><text>шість</text></svg>"
    )
    tree = html5lib.parse(round_trip(markup), namespaceHTMLElements=False)
    assert " ".join("".join(tree.itertext()).split()) == "один два три чотирип'ятьшість"
