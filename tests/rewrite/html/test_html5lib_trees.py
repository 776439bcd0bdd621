"""
The tree-construction cases of html5lib-tests (commit 9329e64), whole documents only.

Set HTML5LIB_TESTS to a checkout of html5lib/html5lib-tests to run them.
"""

from __future__ import annotations

import html
import os
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import html5lib
import pytest
import turbohtml

from a11y_proxy.rewrite.html import document

CASES = os.environ.get("HTML5LIB_TESTS", "")

# What HTML cannot write down so that it is read back the same (HTML §13.3 says so itself): misnested
# <a>, <nobr> and <form>, a script that ends inside `<!--<script`, `<p>` in `<p>`; and a <noscript>
# that a browser with scripting reads in another way than one without.
KEPT_AT_LEAST = 1540


class Case(NamedTuple):
    where: str
    markup: str
    scripting: bool
    text: str
    """All text nodes of the tree that the case expects."""


def whole_documents() -> Iterator[Case]:
    for path in sorted(Path(CASES, "tree-construction").glob("*.dat")):
        blocks = ("\n" + path.read_bytes().decode()).split("\n#data\n")[1:]
        for number, block in enumerate(blocks):
            markup, _, rest = block.partition("\n#errors\n")
            if "#document-fragment\n" in rest:
                continue
            expected = rest.partition("#document\n")[2]
            texts = re.findall(r'^\| +"(.*?)"(?=\n\||\n*\Z)', expected, re.DOTALL | re.MULTILINE)
            scripting = "\n#script-on\n" in rest
            yield Case(f"{path.name}:{number}", markup, scripting, "".join(texts))


def text_by_html5lib(markup: str) -> Counter[str]:
    """Characters of all text nodes; whitespace between tables and frames may move."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = html5lib.parse(markup, namespaceHTMLElements=False, scripting=True)
    return characters(html.unescape("".join(tree.itertext())))


def characters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@pytest.mark.skipif(not CASES, reason="HTML5LIB_TESTS names no checkout of html5lib-tests")
def test_the_trees_of_the_standards_own_cases_stay_and_no_text_is_lost():
    total = kept = 0
    lost = []
    for case in whole_documents():
        total += 1
        written = document.serialise(document.parse(case.markup)).decode()
        before = turbohtml.parse(case.markup, scripting=case.scripting)
        after = turbohtml.parse(written, scripting=case.scripting)
        kept += before.equals(after)
        expected = characters(case.text) & text_by_html5lib(case.markup)
        if expected - text_by_html5lib(written):
            lost.append((case.where, case.markup, written))
    print(f"\n{kept} of {total} whole-document cases keep their tree, text lost in {len(lost)}")
    assert lost == []
    assert kept >= KEPT_AT_LEAST
