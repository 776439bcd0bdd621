"""
Says of a picture with a code that it is one.

Somebody who cannot see the code needs to know that there is one, and to ask for another way (1.1.1).

Before:

    <form><img src="/captcha.php?17"> <input name="code"></form>

After:

    <form><img src="/captcha.php?17" alt="Picture with a code to type in"> <input name="code"></form>

Leaves alone:

    <form><img src="/captcha.gif" alt="Code for those who see it"> <input name="code"></form>

    <p><img src="/captcha.gif"> How the captcha works</p><form hidden><img src="/captcha.gif"></form>

    <form><img src="/school.jpg"> <input name="code"></form>

See: https://www.w3.org/WAI/WCAG22/Techniques/general/G143
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Flag, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.picture import address_of, lacks_words
from a11y_proxy.rewrite.html.rule import rule

_CODE = re.compile(r"captcha|securimage|security[_-]?code", re.IGNORECASE)


@rule(criterion="1.1.1", selects="img")
def captcha_alt(element: Element, page: Page) -> Iterator[Edit]:
    if next(element.iterancestors("form"), None) is None:
        return
    if _CODE.search(address_of(element)) and lacks_words(element, page):
        words = page.say("Picture with a code to type in")
        yield SetAttribute(element, "alt", words, why="What this picture is for is a fact")
        yield Flag(element, why="Who cannot see the code of this picture has no other way")
