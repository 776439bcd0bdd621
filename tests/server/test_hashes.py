"""Pages whose policy lets in their styles and scripts by hash: they work, and nothing more does."""

from __future__ import annotations

from typing import Any

import pytest

from a11y_proxy.core.hashed import hash_of, hashes

STYLE = "h1 { text-align: right; color: #777 }"
ATTRIBUTE = "text-align: right; color: #777"
FOREIGN = "p { text-align: right }"
LONG = "<p>Рішення сесії" * 200

KEPT = "Cache-Control: max-age=60"


def script(origin: Any) -> str:
    return f"document.body.dataset.went = '{origin.url}/news/'"


def page(origin: Any, meta: str = "") -> bytes:
    return (
        f"<!doctype html><html lang=uk><head><title>т</title>{meta}<style>{STYLE}</style>"
        f"<style>{FOREIGN}</style></head><body><h1>Рада</h1><h2 style='{ATTRIBUTE}'>x</h2>"
        f"{LONG}<script>{script(origin)}</script><script>document.body.dataset.foreign = 1</script>"
    ).encode()


def policy(origin: Any) -> str:
    return (
        f"style-src {hash_of(STYLE, 'sha384')} 'unsafe-hashes' {hash_of(ATTRIBUTE, 'sha256')}; "
        f"script-src {hash_of(script(origin), 'sha512')}"
    )


@pytest.mark.browser
@pytest.mark.parametrize("said", ["in the header", "in the page"])
def test_what_was_let_in_by_its_hash_is_let_in_still(chromium, proxy, origin, said) -> None:
    """A10, B08: in a browser, with what was not let in before still left out."""
    path = f"/hashed-{said[-4:]}"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(origin)}">'
    if said == "in the page":
        origin.page(path, page(origin, meta))
    else:
        origin.page(path, page(origin), f"Content-Security-Policy: {policy(origin)}")
    tab = chromium.new_page()
    tab.goto(f"http://127.0.0.1:{proxy.port}{path}")

    def aligned(tag: str) -> str:
        return tab.evaluate(f"getComputedStyle(document.querySelector('{tag}')).textAlign")

    shown = [aligned("h1"), aligned("h2"), aligned("main p, body > p")]
    ran = tab.evaluate("({...document.body.dataset})")
    tab.close()
    assert shown == ["right", "right", "start"]
    assert ran.get("went") == "/news/"
    assert "foreign" not in ran


def test_every_way_to_the_page_has_the_same_hashes(proxy, origin) -> None:
    """Made, remembered, given again at once, and not sent at all because the visitor has it."""
    origin.page("/same-hashes", page(origin), f"Content-Security-Policy: {policy(origin)}", KEPT)
    asked = {"Accept_Encoding": "gzip"}
    answers = [proxy.ask("/same-hashes", **asked) for _ in range(3)]
    tag = answers[0].get("etag")
    answers.append(proxy.ask("/same-hashes", **asked, If_None_Match=tag))
    assert [answer.status for answer in answers] == [200, 200, 200, 304]
    said = {answer.get("content-security-policy") for answer in answers}
    assert len(said) == 1
    before = hashes(policy(origin))
    after = hashes(said.pop())
    assert len(after) == len(before)
    assert not after & before


def test_a_policy_that_only_reports_names_the_new_hashes_too(proxy, origin) -> None:
    said = f"Content-Security-Policy-Report-Only: style-src {hash_of(STYLE, 'sha256')}"
    origin.page("/reported", page(origin), said)
    now = proxy.ask("/reported").get("content-security-policy-report-only")
    assert hashes(now)
    assert hash_of(STYLE, "sha256") not in now


def test_a_new_policy_on_the_same_page_is_heeded(proxy, origin) -> None:
    """The page's bytes are remembered with what the policy names, not alone."""
    origin.page("/renamed", page(origin), "Content-Security-Policy: style-src 'self'")
    assert not hashes(proxy.ask("/renamed").get("content-security-policy"))
    named = f"Content-Security-Policy: style-src {hash_of(STYLE, 'sha256')}"
    origin.page("/renamed", page(origin), named)
    said = proxy.ask("/renamed").get("content-security-policy")
    assert hashes(said)
    assert hash_of(STYLE, "sha256") not in said
