"""Old encodings in a browser: what visitors read, send and follow is what it was (A11, C19)."""

from __future__ import annotations

from urllib.parse import quote

import pytest

PAGE = """<!doctype html><meta charset={said}><title>Пошук</title><link rel=stylesheet href=/{name}.css>
<p id=read>Рішення</p><p id=written></p><a href="/{name}/found?q=Їжак">знайти</a>
<form action="/{name}/asked"><input name=q value="Їжак"><button>так</button></form>
<form action="/{name}/told" method=post><input name=q value="Їжак &#9731;"><button>так</button></form>
<iframe srcdoc="<p style='color:#777'>Рамка <a href='/{name}/framed?q=Їжак'>далі</a>" title=x></iframe>
<script src=/{name}.js></script><script src=/{name}.koi.js charset=koi8-u></script>"""

SCRIPT = "document.getElementById('written').textContent += 'Ґанок '"
SHEET = "#read::after { content: ' ради' }"
SEEN = """() => getComputedStyle(document.getElementById('read'), '::after').content"""

ENCODINGS = [
    pytest.param("windows-1251", "windows-1251", id="windows-1251"),
    pytest.param("koi8-u", "koi8-u", id="koi8-u", marks=pytest.mark.long),
    pytest.param("utf-16", "utf-8", id="utf-16-with-mark"),
    pytest.param("utf-16-le", "utf-8", id="utf-16-without-mark", marks=pytest.mark.long),
]


@pytest.mark.browser
@pytest.mark.parametrize(("encoding", "sent"), ENCODINGS)
def test_a_page_in_an_old_encoding_works_as_it_did(chromium, proxy, origin, encoding, sent):
    files = encoding if sent != "utf-8" else "utf-8"
    text = PAGE.format(said=sent, name=encoding)
    origin.page(f"/{encoding}", text.encode(encoding), "Content-Type: text/html")
    origin.page(f"/{encoding}.js", SCRIPT.encode(files), "Content-Type: text/javascript")
    origin.page(f"/{encoding}.koi.js", SCRIPT.encode("koi8-u"), "Content-Type: text/javascript")
    origin.page(f"/{encoding}.css", SHEET.encode(files), "Content-Type: text/css")
    page = chromium.new_page()
    page.set_default_timeout(8000)
    page.goto(f"http://127.0.0.1:{proxy.port}/{encoding}")
    assert page.title() == "Пошук"
    assert page.inner_text("#read") == "Рішення"
    assert page.text_content("#written") == "Ґанок Ґанок "
    assert page.evaluate(SEEN) == '" ради"'

    hedgehog = quote("Їжак", encoding=sent)
    framed = page.frame_locator("iframe")
    assert framed.locator("p").evaluate("p => getComputedStyle(p).color") == page.locator(
        "#read"
    ).evaluate("p => getComputedStyle(p).color")
    for press, path in (
        (page.get_by_text("знайти"), f"/{encoding}/found?q={hedgehog}"),
        (page.locator("form:not([method]) button"), f"/{encoding}/asked?q={hedgehog}"),
        (page.locator("form[method] button"), f"/{encoding}/told"),
    ):
        origin.page(path, b"<p>ok")
        with page.expect_navigation():
            press.click()
        assert origin.asked[-1].path == path
        page.go_back()
    # what an encoding lacks is sent as a reference
    told = f"q={hedgehog}+" + ("%E2%98%83" if sent == "utf-8" else "%26%239731%3B")
    assert origin.last(f"/{encoding}/told").body.decode() == told
    page.close()
