"""What of a whole site a person must look at, and nothing of what only one visitor may see."""

from __future__ import annotations

import json
import re

GOOD = b"<!doctype html><html lang=uk><title>t</title><main><h1>x</h1></main>"
BAD = GOOD.replace(b"<h1>", b"<a href=/x></a><img src=/1.jpg><h1>")


def overview(proxy) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(
        proxy.ask("/_a11y/report?format=json&lang=en").body
    )
    return found


def test_pages_are_told_by_matter_and_by_path(origin, start) -> None:
    origin.page("/bad", BAD)
    origin.page("/good", GOOD)
    for number in (1, 2):
        origin.page(f"/item?id={number}", BAD)
    origin.page("/style.css", b"p { color: red }", "Content-Type: text/css")
    with start(origin.url) as proxy:
        assert overview(proxy) == {"flagged": [], "pages": []}
        for path in ("/bad", "/good", "/item?id=1", "/item?id=2", "/bad", "/style.css"):
            assert proxy.ask(path).status == 200
        told = overview(proxy)
        picture = next(each for each in told["flagged"] if each["rule"] == "image-place")
        assert (picture["criterion"], picture["pages"], picture["count"]) == ("1.1.1", 3, 3)
        assert [(row["path"], row["pages"]) for row in told["pages"]] == [
            ("/item", 2),
            ("/bad", 1),
            ("/good", 1),
        ]
        page = proxy.ask("/_a11y/report?lang=en").text
        assert 'href="/_a11y/report?path=/bad"' in page
        assert "/item (pages: 2)" in page
        assert not re.search(r"\d ?%|score|compliant|conforms", page.partition("<main")[2])


def test_another_site_has_an_overview_of_its_own(origin, start) -> None:
    origin.page("/bad", BAD)
    with start(origin.url) as one, start(origin.url) as other:
        assert one.ask("/bad").status == 200
        assert len(overview(one)["pages"]) == 1
        assert overview(other)["pages"] == []


def test_what_only_one_visitor_may_see_is_not_told(origin, start) -> None:
    origin.page("/mine", BAD, "Cache-Control: private")
    origin.page("/lost", BAD, status="404 Not Found")
    for path in ("/open?token=secret", "/share/3f9c2a7d41b8e6059d1c77aa", "/cookie"):
        origin.page(path, BAD)
    with start(origin.url) as proxy:
        for path in ("/mine", "/lost", "/open?token=secret", "/share/3f9c2a7d41b8e6059d1c77aa"):
            proxy.ask(path)
        proxy.ask("/cookie", Cookie="session=1")
        assert [row["path"] for row in overview(proxy)["pages"]] == ["/open"]
        assert "secret" not in proxy.ask("/_a11y/report").text
