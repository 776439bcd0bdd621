"""Pages that cost more to read than they are worth: each is made when it is wanted, of a size."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

Bomb = Callable[[int], str]
"""Gives the markup, or the rules, of a size."""

HEAD = "<!doctype html><html lang=uk><title>t</title><body>"
FORMATTING = ("a", "b", "i", "nobr", "u")


def _mismatched(size: int) -> str:
    """Formatting elements closed in another order than opened (HTML §13.2.6.4.7, adoption agency)."""
    return "<b><i><a href=x><p></b></i></a>x" * size


def _shuffled(size: int) -> str:
    chance = random.Random(7)
    tags = [f"<{chance.choice(('', '/'))}{chance.choice(FORMATTING)}>x" for _ in range(size)]
    return "".join(tags)


def _names(size: int) -> str:
    return " ".join(f"a{n}=v" for n in range(size))


def _forms(size: int) -> str:
    return "".join(f"<form><label for=f{n}>w</label><input id=f{n}></form>" for n in range(size))


PAGES: Mapping[str, tuple[Bomb, int]] = {
    "attributes of one element": (lambda n: f"<p {_names(n)}>x", 100_000),
    "elements of one attribute": (lambda n: "<p title=t>x" * n, 100_000),
    "nested div": (lambda n: "<div>" * n + "x", 300_000),
    "nested b": (lambda n: "<b>" * n + "x", 300_000),
    "nested font with values": (lambda n: "".join(f"<font size={k}>" for k in range(n)), 100_000),
    "nested table": (lambda n: "<table><tr><td>" * n + "x", 100_000),
    "nested svg": (lambda n: "<svg><g>" * n, 150_000),
    "nested select": (lambda n: "<select><option>" * n, 150_000),
    "nested button and p": (lambda n: "<p><button>" * n, 150_000),
    "nested lists": (lambda n: "<ul><li>" * n, 150_000),
    "nested template": (lambda n: "<template>" * n, 150_000),
    "depth below the limit, wide": (lambda n: ("<div>" * 400 + "x" + "</div>" * 400) * n, 250),
    "mismatched formatting": (_mismatched, 10_000),
    "shuffled formatting": (_shuffled, 100_000),
    "unclosed b, then paragraphs": (lambda n: "<b>" * 500 + "<p>x</p>" * n, 5_000),
    "text among table rows": (lambda n: "<table>" + "x<tr>y<b>" * n, 20_000),
    "one attribute of 1 MB": (lambda n: f"<p title='{'x ' * n}'>x", 500_000),
    "one class list of 1 MB": (lambda n: f"<p class='{' '.join(map(str, range(n)))}'>x", 150_000),
    "br": (lambda n: "<br>" * n, 1_000_000),
    "br, as many as are read": (lambda n: "x<br>" * n, 240_000),
    "cells over everything": (
        lambda n: "<table>" + "<tr><td rowspan=65535 colspan=65535>x" * n + "</table>",
        100_000,
    ),
    "cells over each other": (
        lambda n: "<table>" + ("<tr>" + "<td rowspan=9 colspan=1000>x" * 20) * n + "</table>",
        5_000,
    ),
    "cells in one row": (lambda n: "<table><tr>" + "<td>x" * n + "</table>", 200_000),
    "head cells with headers": (
        lambda n: (
            "<table>"
            + "".join(f"<tr><th id=h{k}><td headers=h{k}>x" for k in range(n))
            + "</table>"
        ),
        60_000,
    ),
    "one text": (lambda n: "а" * n, 7_000_000),
    "one text of words": (lambda n: "рада міста " * n, 600_000),
    "one text of dots": (lambda n: "." * n, 7_000_000),
    "one text of spaces": (lambda n: f"<p>{' ' * n}x", 7_000_000),
    "one text of single letters": (lambda n: f"<p>{'Р А Д А  ' * n}", 700_000),
    "one text of capitals": (lambda n: f"<p>{'РАДА ' * n}", 1_400_000),
    "one text of digits": (lambda n: f"<p>{'1 234 ' * n}", 1_000_000),
    "one text of hyphens": (lambda n: f"<p>{'ра- да-' * n}", 1_000_000),
    "one text of dashes": (lambda n: f"<p>{'_-=' * n}", 2_000_000),
    "one text of brackets": (lambda n: f"<p>{'(' * n}", 7_000_000),
    "one text of angle signs": (lambda n: "&lt;" * n, 1_700_000),
    "one text of both alphabets": (lambda n: f"<p>{'рaдa ' * n}", 1_400_000),
    "one comment": (lambda n: f"<!--{'x' * n}-->x", 7_000_000),
    "unclosed comments": (lambda n: "<!--x" * n, 1_000_000),
    "comments": (lambda n: "<!---->" * n, 400_000),
    "processing instructions": (lambda n: "<?x?>" * n, 400_000),
    "doctypes": (lambda n: "<!doctype html>" * n, 400_000),
    "entities": (lambda n: "&amp;" * n, 1_500_000),
    "unknown entities": (lambda n: "&x" * n, 3_000_000),
    "numbered entities": (lambda n: "&#1072;" * n, 1_000_000),
    "controls": (lambda n: "\x01" * n, 1_000_000),
    "NUL bytes": (lambda n: "\0" * n, 7_000_000),
    "noncharacters": (lambda n: "\ufdd0" * n, 1_000_000),
    "less-than signs": (lambda n: "< " * n, 400_000),
    "unclosed tag": (lambda n: "<a " * n, 400_000),
    "unclosed quote": (lambda n: "<p a='" * n, 400_000),
    "unclosed script": (lambda n: "<script>" + "<!--<script" * n, 400_000),
    "unclosed title": (lambda n: "<title>" + "</titl" * n, 1_000_000),
    "names XML refuses": (lambda n: "".join(f"<p @a{k}=x :b=y>x" for k in range(n)), 50_000),
    "elements XML refuses": (lambda n: "".join(f"<x@{k}>x</x@{k}>" for k in range(n)), 50_000),
    "huge srcset": (
        lambda n: "<img alt=x srcset='" + ",".join(f"/a.png?{k} {k}w" for k in range(1, n)) + "'>",
        200_000,
    ),
    "srcset of commas": (lambda n: f"<img alt=x srcset='{',' * n}'>", 3_000_000),
    "srcset of brackets": (lambda n: f"<img alt=x srcset='a {'(' * n}'>", 3_000_000),
    "huge style attribute": (lambda n: f"<p style='{'color:red;' * n}'>x", 300_000),
    "style attributes, all different": (
        lambda n: "".join(f"<p style='color:#{k:06x};margin:{k}px'>x" for k in range(n)),
        60_000,
    ),
    "huge addresses": (lambda n: f"<a href='http://t.example/{'%41' * n}'>x</a>", 1_000_000),
    "addresses of dots": (lambda n: f"<a href='http://t.example/{'a/../' * n}'>x</a>", 500_000),
    "links to the origin": (lambda n: "<a href='http://t.example/a'>x</a>" * n, 100_000),
    "links of the same words": (
        lambda n: "".join(f"<a href=/{k}>далі</a> " for k in range(n)),
        100_000,
    ),
    "links of nothing": (lambda n: "".join(f"<a href=/{k}></a>" for k in range(n)), 100_000),
    "the same id": (lambda n: "<p id=a>x" * n, 100_000),
    "references to one": (lambda n: "<p id=a>x" + "<b aria-labelledby=a>x</b>" * n, 100_000),
    "a reference to many": (
        lambda n: (
            f"<b aria-labelledby='{' '.join(f'a{k}' for k in range(n))}'>x</b>"
            + "".join(f"<p id=a{k}>x" for k in range(n))
        ),
        100_000,
    ),
    "references in a circle": (
        lambda n: "".join(f"<p id=a{k} aria-labelledby=a{(k + 1) % n}>x" for k in range(n)),
        60_000,
    ),
    "labels of one field": (lambda n: "<input id=a>" + "<label for=a>w</label>" * n, 100_000),
    "fields": (lambda n: "<form>" + "<input>" * n + "</form>", 100_000),
    "fields with words": (lambda n: "<form>" + "слово <input>" * n + "</form>", 60_000),
    "forms": (_forms, 30_000),
    "radio buttons of one name": (
        lambda n: "<form>" + "<input type=radio name=a>так" * n + "</form>",
        60_000,
    ),
    "options": (lambda n: "<select>" + "<option>x" * n + "</select>", 200_000),
    "headings": (lambda n: "".join(f"<h{k % 6 + 1}>x</h{k % 6 + 1}>" for k in range(n)), 100_000),
    "bold paragraphs": (lambda n: "<p><b>Слово</b><p>x" * n, 60_000),
    "pictures": (lambda n: "".join(f"<img src=/{k}.png>" for k in range(n)), 100_000),
    "the same picture": (lambda n: "<img src=/a.png>" * n, 100_000),
    "frames": (lambda n: "<iframe src=/a></iframe>" * n, 60_000),
    "pages in pages": (lambda n: "<iframe srcdoc='" + "&lt;p>x" * n + "'></iframe>", 100_000),
    "many pages in pages": (lambda n: "<iframe srcdoc='<p>x'></iframe>" * n, 20_000),
    "style elements": (
        lambda n: "".join(f"<style>a{{top:{k}px}}</style>" for k in range(n)),
        20_000,
    ),
    "script elements": (lambda n: "<script>1</script>" * n, 100_000),
    "noscript elements": (lambda n: "<noscript><p>x</noscript>" * n, 60_000),
    "metas": (lambda n: "<meta name=a content=b>" * n, 100_000),
    "bases": (lambda n: "<base href=/a/>" * n, 60_000),
    "list items loose": (lambda n: "<li>x" * n, 100_000),
    "rows like lists": (lambda n: "— слово<br>" * n, 100_000),
    "numbered rows": (lambda n: "".join(f"{k}. слово<br>" for k in range(n)), 100_000),
    "paragraphs like lists": (lambda n: "<p>• слово" * n, 100_000),
    "empty paragraphs": (lambda n: "<p>&nbsp;</p>" * n, 100_000),
    "elements in svg": (lambda n: "<svg>" + "<path d='M0 0'/>" * n + "</svg>", 200_000),
    "drawings": (lambda n: "<a href=/><svg><path d='M0 0'/></svg></a>" * n, 60_000),
    "uses of drawings": (lambda n: "<svg id=a>" + "<use href=#a />" * n + "</svg>", 100_000),
    "mouse handlers": (lambda n: "<div onclick='a()'>x</div>" * n, 100_000),
    "languages by turns": (lambda n: "<p>The council of the town<p>Рада міста" * n, 60_000),
    "legacy colours": (lambda n: "<font color=red>x</font>" * n, 100_000),
    "tables": (lambda n: "<table><tr><th>a<td>b</table>" * n, 50_000),
    "layout of one column": (lambda n: "<table>" + "<tr><td>слово" * n + "</table>", 120_000),
    "marquees": (lambda n: "<marquee>x</marquee>" * n, 60_000),
    "abbreviations": (lambda n: "<p>ЦНАП (Центр надання послуг) " * n, 100_000),
    "required signs": (lambda n: "<form>" + "<label>w *<input></label>" * n + "</form>", 60_000),
    "hidden things": (lambda n: "<div hidden><a href=/>x</a></div>" * n, 60_000),
    "video without words": (lambda n: "<video src=a.mp4></video>" * n, 60_000),
    "files": (lambda n: "<a href=/a.pdf>Документ</a> " * n, 100_000),
    "new windows": (lambda n: "<a href=/a target=_blank>Документ</a> " * n, 100_000),
}
"""A bomb by name, with the size at which it would hurt."""
