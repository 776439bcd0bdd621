"""The Web Platform Tests of `srcset` (A07): a mapped list offers what the written one did."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Route as Request

from a11y_proxy.core.site import Site
from a11y_proxy.core.srcset import map_srcset
from a11y_proxy.core.urlmap import UrlMap
from tests.wpt.data import srcset_cases

TOWN, PROXY = "https://town.example", "https://proxy.test"
URLS = UrlMap(Site(TOWN), f"{TOWN}/")
TAKEN = """async lists => {
    // none of the pictures is there: each ends in an error, and says then what it had taken
    const taken = list => new Promise(done => {
        const picture = document.createElement("picture")
        picture.innerHTML = "<source><img>"
        const [source, image] = picture.children
        source.srcset = list
        image.onerror = () => done(image.currentSrc)
        image.src = "/none"
    })
    return Promise.all(lists.map(taken))
}"""


def test_what_a_browser_takes_is_found_whole():
    found: list[str] = []

    def note(url: str) -> str:
        found.append(url)
        return url

    for written, taken in (cases := srcset_cases()):
        found[:] = [""]
        assert map_srcset(written, note) == written
        assert taken in found
    print(f"{len(cases)} of {len(cases)}")


@pytest.mark.browser
def test_a_browser_takes_the_same_picture_of_both_lists(chromium: Browser):
    # addresses of the site with the same commas as those of the tests
    written = [case.replace("data:", f"{TOWN}/") for case, _ in srcset_cases()]
    mapped = [map_srcset(case, URLS.map) for case in written]
    page = chromium.new_page()
    page.route("**/*", _blank)
    page.goto(PROXY)
    before, after = page.evaluate(TAKEN, written), page.evaluate(TAKEN, mapped)
    page.close()
    assert len({*before}) > 3, "the browser has to take some and refuse others"
    assert after == [re.sub(f"^{TOWN}", PROXY, taken) for taken in before]
    print(f"{len(after)} of {len(before)}")


def _blank(request: Request) -> None:
    if request.request.is_navigation_request():
        request.fulfill(body="<!doctype html>", content_type="text/html")
    else:
        request.abort()
