"""What is tried: letters, and pieces of the languages that we read, in any order."""

from __future__ import annotations

import re

from hypothesis import strategies as st

_HTML = r"""
< > </ /> <! <!-- --> <!doctype ]]> <![CDATA[ <?x ?> & &lt; &amp &#0; &#x10ffff; &#128; = ' " \0 \t
<html> <head> <body> <title> </title> <meta\ charset=utf-16> <meta\ http-equiv=refresh\ content= <base\ href=
<p> </p> <b> </b> <i> <a\ href=/x> </a> <a\ name=y> <font\ color=red> <nobr> <center> <div> </div> <span>
<table> </table> <tr> <td> <th> <caption> <colgroup> <col\ width=9> rowspan=9 colspan=0 <ul> <li> <dl> <dt> <dd>
<form> </form> <input> <input\ type=hidden> <label\ for=y> <select> <option> </select> <textarea> </textarea> <button>
<fieldset> <legend> <h1> <h2> <main> <nav> <header> <footer> <aside> <section> <figure> <figcaption> <details>
<img\ src=a.png> <picture> <source\ srcset=> <svg> </svg> <g> <path> <foreignObject> <desc> <math> <mi> <annotation-xml>
<script> </script> <style> </style> <noscript> </noscript> <template> </template> <iframe\ srcdoc= <object> <embed> <video>
<frameset> <frame> <marquee> <plaintext> <xmp> <listing> <pre> <textarea\n <br> <hr> <wbr> <ruby> <rt> <x-y> <@a> <p\ @b>
id=y class=x style='color:#a1b2c3' bgcolor=#a1b2c3 lang=uk dir=rtl role=main role=x aria-hidden=true aria-labelledby=y
onclick=f() tabindex=3 accesskey=s target=_blank hidden alt= title=t autofocus a11y-slot- data-a11y-ui --a11y-text
слово Фото: № • — 1. → ← Р\ А\ Д\ А ЦНАП * _____ (067) .pdf \ufdd0 \ufeff \u00ad \u202e 🙂 İ ß ﬁ
"""
_CSS = r"""
{ } ( ) [ ] ; : , ! / \ ' " @ # - % . * + > ~ | = ^ $ < > & \n \t \f \0 /* */ <!-- --> <![CDATA[ ]]> </style>
a td th :root html body :hover :checked :not( :is( :has( ::before [a=b] & a11y
@media @import @charset @font-face @supports @layer @container @keyframes @property @namespace @page @scope @x
url( url() src( image-set( cross-fade( var( --x --a11y-text env( attr( calc( min( clamp( linear-gradient( rgb( color-mix(
#a1b2c3 red transparent currentcolor inherit !important !ie 0 1 .5 1e3 1e99 -1px 12px 1em 50% 100vw 2x U+26 \9 \0 \41
color background background-color background-image border outline box-shadow text-shadow fill stroke filter opacity
font font-size font-family line-height letter-spacing width height min-width max-height position top left inset transform
display grid grid-template-columns flex float overflow content animation transition text-indent white-space zoom mask
screen and (min-width:9px) not all print from to none auto absolute fixed sticky block center nowrap no-repeat cover
"""
_HTTP = r"""
, ; = " ' \ < > ( ) [ ] : / ? # @ % & * + - _ . ~ | \r \n \t \0 \x7f é \ud800
max-age s-maxage=1 no-store private no-cache must-revalidate stale-while-revalidate=9 99999999999999999999 -1 1.5 q=0 q=1.5
text/html charset=utf-8 charset= boundary= application/xhtml+xml text/css gzip br deflate identity * x-gzip uk en-US
a=b Path=/ Domain=.t.example Secure HttpOnly SameSite=None Partitioned Expires= Max-Age=0 __Host-a a11y_preferences= theme=
scale=200 lang=uk images=off next=/ default-src 'self' 'none' 'unsafe-inline' 'nonce-abc' 'sha256-x' script-src style-src
sandbox report-uri upgrade-insecure-requests https: data: *.t.example <http://t.example/a> rel=preload as=style rel=canonical
url= 0;url= W/"x" "y" Mon,\ 23\ Nov\ 2026\ 10:00:00\ GMT WEBVTT --> 00:00.000 00:01.000 \n\n <v\ A> GIF89a GIF87a
"""
_URLS = r"""
/ // \ /\ @ : . .. ./ ../ ? # % %2f %2F %5c %00 %0a %zz & = + ; , | ~ [ ] [::1] 127.1 0x7f.1 2130706433 \t \n \r \0 é
http: https: HTTP: //t.example http://t.example https://t.example:8080 t.example evil.example u:p@ javascript: data: blob:
mailto: file: ws: about:blank /_a11y/ /_a11y/host/ /_a11y/set a b c .css 。 ％ ⁄ а.укр xn--80a :80 :443 :0 :99999 *
"""


_SPACE = "\\ "
_ESCAPED = re.compile(r"\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[0nrtf])")


def _said(word: str) -> str:
    """Gives a piece as it is tried; the table cannot hold space, and most editors no controls."""
    word = word.replace("_SPACE_", " ")
    return _ESCAPED.sub(lambda found: found[0].encode().decode("unicode_escape"), word)


def _texts(table: str) -> st.SearchStrategy[str]:
    pieces = sorted({_said(word) for word in table.replace(_SPACE, "_SPACE_").split()})
    one = st.one_of(
        st.sampled_from(pieces), st.sampled_from(pieces), st.text(max_size=3), st.just(" ")
    )
    return st.lists(one, max_size=60).map("".join)


HTML = _texts(_HTML)
CSS = _texts(_CSS)
HTTP = _texts(_HTTP)
URLS = _texts(_URLS)
BYTES = st.one_of(
    st.binary(max_size=200),
    st.builds(
        lambda text, label: text.encode(label, "replace"),
        HTML,
        st.sampled_from(["utf-8", "cp1251", "utf-16"]),
    ),
)
