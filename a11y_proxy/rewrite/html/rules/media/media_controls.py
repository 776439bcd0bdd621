"""
Gives films and sounds that nothing else can start the browser's own controls.

Without controls there is nothing to press and nothing for the Tab key to stop at; a sound is not even
seen. A player of the page's own is left to its script, and a silent film that goes round and round is
only decoration.

Before:

    <p>The anthem</p><audio src="/anthem.mp3"></audio><video><source src="/day.webm"></video>

After:

    <p>The anthem</p><audio src="/anthem.mp3" controls=""></audio><video controls=""><source src="/day.webm"></video>

Leaves alone:

    <video src="/day.webm" controls></video><audio src="/anthem.mp3" controls></audio>

    <video src="/waves.webm" muted loop></video>

    <audio src="/beep.mp3" id="beep"></audio>

    <div><video src="/day.webm"></video><button>Play</button></div>

See: https://www.w3.org/WAI/WCAG22/Understanding/keyboard
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, SetAttribute
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.driven import may_be_driven
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.medium import addresses, is_decoration
from a11y_proxy.rewrite.html.rule import rule


@rule(criterion="2.1.1", selects="video, audio")
def media_controls(element: Element, page: Page) -> Iterator[Edit]:
    if element.get("controls") is not None or not addresses(element) or is_decoration(element):
        return
    if may_be_driven(element, page) or out_of_reach(element, page):
        return
    yield SetAttribute(element, "controls", "", why="It could not be started without controls")
