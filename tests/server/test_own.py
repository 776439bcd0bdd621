"""Our own addresses: everything under the reserved prefix, and nothing of it at the origin."""

from __future__ import annotations

import gzip
import json
import re

import pytest

PAGE = b"<!doctype html><html lang=uk><title>t</title><body><h1>x</h1><img src=a.png></body></html>"


def test_a_wish_is_granted_by_a_cookie_and_the_way_back(proxy) -> None:
    answer = proxy.ask("/_a11y/set?scale=200&next=/news/%3Fpage%3D2")
    assert answer.status == 303
    assert answer.get("location") == "/news/?page=2"
    cookie = answer.get("set-cookie")
    assert "scale=200" in cookie
    assert "HttpOnly" in cookie
    assert "Domain" not in cookie


@pytest.mark.parametrize("target", ["//evil", "/\\evil", "http://evil/", "javascript:alert(1)"])
@pytest.mark.parametrize("route", ["set", "enter", "leave"])
def test_no_link_of_ours_leads_to_another_site(proxy, origin, route, target) -> None:
    location = proxy.ask(f"/_a11y/{route}?next={target}").get("location")
    assert location in {"/", f"{origin.url}/"}


def test_a_wish_that_cannot_be_granted_is_explained_and_changes_nothing(proxy) -> None:
    answer = proxy.ask("/_a11y/set?scale=9000")
    assert answer.status == 400
    assert "9000" in answer.text
    assert answer.get("set-cookie") is None


def test_an_unknown_theme_in_a_cookie_gives_way_to_the_default(proxy, origin) -> None:
    origin.page("/themed", PAGE)
    usual = proxy.ask("/themed")
    odd = proxy.ask("/themed", Cookie="a11y_preferences=theme=no-such&scale=x")
    assert odd.status == 200
    assert odd.body == usual.body


def test_who_comes_in_from_the_original_stands_on_the_same_page(proxy, origin) -> None:
    answer = proxy.ask("/_a11y/enter", Referer=f"{origin.url}/news/5.html?x=1")
    assert answer.status == 303
    assert answer.get("location") == "/news/5.html?x=1"
    assert "a11y_preferences=" in answer.get("set-cookie")


def test_who_comes_in_again_keeps_what_they_chose(proxy) -> None:
    answer = proxy.ask("/_a11y/enter?next=/a", Cookie="a11y_preferences=scale=300")
    assert "scale=300" in answer.get("set-cookie")


def test_who_leaves_stands_on_the_same_page_of_the_original(proxy, origin) -> None:
    answer = proxy.ask("/_a11y/leave?next=/news/%3Fpage%3D2")
    assert (answer.status, answer.get("location")) == (303, f"{origin.url}/news/?page=2")


def test_the_sheet_that_a_page_links_to_may_be_kept_for_good(proxy, origin) -> None:
    origin.page("/look", PAGE)
    page = proxy.ask("/look").text
    address = re.search(r'href="(/_a11y/appearance.css[^"]*)"', page)[1].replace("&amp;", "&")
    sheet = proxy.ask(address)
    assert sheet.status == 200
    assert sheet.get("content-type") == "text/css; charset=utf-8"
    assert "immutable" in sheet.get("cache-control")
    assert "--a11y-ink" in sheet.text
    packed = proxy.ask(address, Accept_Encoding="gzip")
    assert gzip.decompress(packed.body) == sheet.body
    assert "immutable" not in proxy.ask(f"{address}0").get("cache-control")


@pytest.mark.parametrize("name", ["settings", "statement", "health", "ready"])
def test_what_we_say_of_ourselves_is_answered(proxy, name) -> None:
    answer = proxy.ask(f"/_a11y/{name}")
    assert answer.status == 200
    assert answer.body.strip()


def test_a_report_tells_what_was_done_to_a_page(proxy, origin) -> None:
    origin.page("/reported", PAGE)
    answer = proxy.ask("/_a11y/report?path=/reported")
    assert answer.status == 200
    assert "image-alt" in answer.text or "1.1.1" in answer.text


@pytest.mark.parametrize("path", ["/_a11y/", "/_a11y/nothing", "/_a11y/../x", "/_a11y/static/x"])
def test_nothing_under_our_prefix_reaches_the_origin(proxy, origin, path) -> None:
    before = len(origin.asked)
    answer = proxy.ask(path)
    assert answer.status == 404
    assert answer.body.strip()
    assert len(origin.asked) == before


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_our_addresses_are_not_the_origins_whatever_the_method(proxy, origin, method) -> None:
    before = len(origin.asked)
    assert proxy.ask("/_a11y/set", method, b"").status in {404, 405}
    assert len(origin.asked) == before


def test_our_script_goes_to_pages_with_scripts_and_may_be_kept_for_good(proxy, origin) -> None:
    origin.page("/scripted", PAGE.replace(b"<h1>", b"<script>1</script><h1>"))
    origin.page("/unscripted", PAGE)
    address = re.search(r'src="(/_a11y/live.js[^"]*)"', proxy.ask("/scripted").text)[1]
    answer = proxy.ask(address)
    assert answer.status == 200
    assert answer.get("content-type") == "text/javascript; charset=utf-8"
    assert "immutable" in answer.get("cache-control")
    assert "live.js" not in proxy.ask("/unscripted").text


REPORTED = PAGE.replace(b"<h1>", b"<p tabindex=3>").replace(b"lang=uk", b"")


def entries(report: dict[str, list[dict[str, str]]], rule: str) -> list[dict[str, str]]:
    return [each for each in (*report["flagged"], *report["repaired"]) if each["rule"] == rule]


@pytest.mark.parametrize(
    ("query", "fields"),
    [("&format=json", {}), ("", {"Accept": "application/json"})],
)
def test_a_report_is_json_to_who_asks_for_it(proxy, origin, query, fields) -> None:
    origin.page("/data", REPORTED)
    answer = proxy.ask(f"/_a11y/report?path=/data&lang=en{query}", **fields)
    assert answer.get("content-type") == "application/json; charset=utf-8"
    report = json.loads(answer.body)
    assert list(report) == ["url", "flagged", "repaired", "gave_up"]
    assert report["url"] == "/data"
    (tabindex,) = entries(report, "no-positive-tabindex")
    assert tabindex["criterion"] == "2.4.3"
    assert (tabindex["name"], tabindex["level"]) == ("Focus Order", "A")
    assert (tabindex["count"], tabindex["places"][0]["before"]) == (1, 'tabindex="3"')
    assert tabindex in report["repaired"]
    (language,) = entries(report, "html-lang")
    assert language in report["flagged"]
    assert language["name"] == "Language of Page"
    assert [place["where"] for place in language["places"]] == ["/html"]


def test_a_browser_is_shown_a_page_and_not_json(proxy, origin) -> None:
    origin.page("/data", REPORTED)
    accepted = "text/html,application/xhtml+xml,application/json;q=0.9"
    answer = proxy.ask("/_a11y/report?path=/data", Accept=accepted)
    assert answer.get("content-type").startswith("text/html")


def test_a_report_is_in_the_language_that_its_address_names(proxy, origin) -> None:
    origin.page("/data", REPORTED)
    english = proxy.ask("/_a11y/report?path=/data&lang=en").text
    assert "2.4.3 Focus Order, level A" in english
    for address in ("/_a11y/report?path=/data", "/_a11y/report?path=/data&lang=xx"):
        assert "2.4.3 Порядок фокуса, рівень A" in proxy.ask(address).text
    said = [
        json.loads(proxy.ask(f"/_a11y/report?path=/data&format=json&lang={tag}").body)
        for tag in ("uk", "en")
    ]
    (one,), (other,) = (entries(report, "no-positive-tabindex") for report in said)
    assert one["why"] != other["why"]
    assert one["places"] == other["places"]


def test_a_report_gives_no_score_and_claims_nothing(proxy, origin) -> None:
    origin.page("/well", b"<!doctype html><html lang=en><title>t</title><main><h1>x</h1></main>")
    text = proxy.ask("/_a11y/report?path=/well&lang=en").text
    assert "neither proves nor claims conformance" in text
    told = text.partition("<main")[2]
    assert told
    assert not re.search(r"\d ?%|score|compliant|conforms", told)
