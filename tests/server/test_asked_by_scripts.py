"""What the site's scripts ask for comes as they can read it."""

from __future__ import annotations

import json

import pytest

FETCH = {"Sec_Fetch_Dest": "empty", "Sec_Fetch_Mode": "cors"}
JQUERY = {"X_Requested_With": "XMLHttpRequest"}
HTML = {"html": '<p class="new"><a href="/a">Далі</a><b>5 < 6 & 7', "count": 2}


@pytest.mark.parametrize("said", [FETCH, JQUERY])
@pytest.mark.parametrize("data", [HTML, [HTML], '<p class="one">', {}, []])
def test_json_that_its_server_calls_a_page_stays_json(proxy, origin, data, said) -> None:
    path = origin.page("/ajax.php", json.dumps(data, ensure_ascii=False).encode())
    answer = proxy.ask(path, **said)
    assert json.loads(answer.text) == data
    assert answer.get("content-type") == "text/html; charset=utf-8"


def test_addresses_of_the_site_in_it_lead_to_us(proxy, origin) -> None:
    body = json.dumps({"next": f"{origin.url}/page/2"}).replace("/", "\\/")
    answer = proxy.ask(origin.page("/more.php", body.encode(), "Content-Type: text/html"), **FETCH)
    assert json.loads(answer.text) == {"next": "/page/2"}
    assert answer.get("content-type") == "text/html"


@pytest.mark.parametrize(
    "markup", ["<p>[1]</p>", "[1] <p>Примітка", '{"broken": "<p>"', '"Слава" <p>']
)
def test_a_part_of_a_page_is_adapted_as_a_page_is(proxy, origin, markup) -> None:
    body = f'{markup}<i style="color:#777">x</i>'.encode()
    assert "#777)" in proxy.ask(origin.page("/part.php", body), **FETCH).text


def test_json_that_is_opened_as_a_page_is_shown_as_one(proxy, origin) -> None:
    answer = proxy.ask(origin.page("/ajax.php?open", b'{"a": 1}'), Sec_Fetch_Dest="document")
    assert '{"a": 1}' in answer.text
    assert "/_a11y/appearance.css" in answer.text
