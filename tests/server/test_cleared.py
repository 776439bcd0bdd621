"""A site that clears what it keeps in the browser (Clear-Site-Data) leaves what is the visitor's with us."""

from __future__ import annotations

import pytest

PAGE = b"<!doctype html><html lang=uk><title>t</title><body><h1>x</h1></body></html>"
WISHES = "a11y_preferences"

CLEARED = {
    # said: over TLS, and whether the site's own cookies end
    '"cookies"': (None, True),
    '"cache", "cookies", "storage"': ('"cache", "storage"', True),
    '"storage"': ('"storage"', False),
    '"*"': (
        '"cache", "clientHints", "executionContexts", "prefetchCache", "prerenderCache", "storage"',
        True,
    ),
}


@pytest.mark.parametrize("said", CLEARED)
def test_who_is_logged_out_keeps_the_wishes_that_they_chose(said, fronted, origin) -> None:
    """B25: cookies of the site are ended one by one, for a browser that clears all takes ours, too."""
    origin.page("/cleared", PAGE, f"Clear-Site-Data: {said}")
    sent = "session=1; a11y_preferences=scale=300; nameless; __Host-x=2"
    kept, ends = CLEARED[said]
    answer = fronted.ask("/cleared", Cookie=sent, X_Forwarded_Proto="https")
    assert answer.get("clear-site-data") == kept
    ended = [f"{name}=; Max-Age=0; Path=/; Secure" for name in ("session", "__Host-x")]
    assert answer.all("set-cookie") == (ended if ends else [])
    if ends:
        without = fronted.ask("/cleared", Cookie="session=1")
        assert without.all("set-cookie") == ["session=; Max-Age=0; Path=/"]


@pytest.mark.browser
@pytest.mark.parametrize("said", ['"cookies"', '"*"'])
def test_a_browser_that_is_told_to_clear_all_keeps_the_wishes(
    chromium, proxy, origin, said
) -> None:
    """B25: and the session has ended, as the site wants it."""
    origin.page("/log-out", PAGE, f"Clear-Site-Data: {said}")
    place = f"http://127.0.0.1:{proxy.port}"
    visit = chromium.new_context()
    visit.add_cookies(
        [{"name": name, "value": "1", "url": place} for name in (WISHES, "session", "other")]
    )
    visit.new_page().goto(f"{place}/log-out")
    left = [cookie["name"] for cookie in visit.cookies()]
    visit.close()
    assert left == [WISHES]
