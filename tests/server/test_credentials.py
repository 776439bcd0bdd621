"""E14: a password reaches the proxy only where the operator of the site allows it."""

from __future__ import annotations

from base64 import b64encode

import pytest

from a11y_proxy.origin.errors import OriginPasswordError

LOGIN = "<!doctype html><title>т</title><form action='/in' method=post><input type=password>"
BASIC = f"Basic {b64encode(b'mayor:secret').decode()}"
CHALLENGE = 'WWW-Authenticate: Bearer realm="x, Basic y", BASIC realm="staff"'


@pytest.fixture(scope="module")
def trusted(start, origin):
    """A proxy through which its operator lets passwords go."""
    with start(origin.url, A11Y_SITE__CREDENTIALS="proxy") as proxy:
        yield proxy


def test_a_form_with_a_password_leads_to_the_ordinary_site(proxy, origin, uk) -> None:
    path = origin.page("/login?to=/desk", LOGIN.encode())
    text = proxy.ask(path).text
    assert f'<form action="{origin.url}/in"' in text
    assert '<input type="password" disabled=""' in text
    assert uk("Passwords do not go through this version of the site.") in text
    assert f'href="{origin.url}{path}"' in text
    told = proxy.ask("/_a11y/report?path=/login%3Fto%3D/desk").text
    assert "credential-form" in told
    assert '<a href="/_a11y/leave?next=/login%3Fto%3D/desk"' in told


def test_the_statement_says_where_passwords_are_said(proxy, trusted, uk) -> None:
    words = uk("It takes no passwords: a form that asks for one leads to the ordinary site.")
    assert words in proxy.ask("/_a11y/statement").text
    assert words not in trusted.ask("/_a11y/statement").text


def test_where_passwords_may_go_through_the_form_is_as_it_was(trusted, origin) -> None:
    text = trusted.ask(origin.page("/login", LOGIN.encode())).text
    assert '<form action="/in"' in text
    assert "disabled" not in text


def test_a_page_that_makes_the_browser_ask_for_a_password_is_not_shown(proxy, origin, uk) -> None:
    path = origin.page("/staff", b"<p>no", CHALLENGE, status="401 Unauthorized")
    answer = proxy.ask(path)
    assert (answer.status, answer.get("www-authenticate")) == (403, None)
    assert uk(OriginPasswordError.phrase) in answer.text
    assert 'href="/_a11y/leave?next=/staff"' in answer.text
    assert proxy.ask(path, Sec_Fetch_Dest="image").get("content-type").startswith("text/plain")


def test_who_is_refused_without_being_asked_for_a_password_hears_it_from_the_site(
    proxy, origin
) -> None:
    challenge = 'WWW-Authenticate: Bearer realm="basic"'
    path = origin.page("/api", b"<p>key?", challenge, status="401 Unauthorized")
    answer = proxy.ask(path)
    assert answer.status == 401
    assert answer.get("www-authenticate") == challenge.partition(": ")[2]


@pytest.mark.parametrize(("said", "heard"), [(BASIC, None), ("Bearer t0ken", "Bearer t0ken")])
def test_the_site_hears_what_is_no_password(proxy, origin, said, heard) -> None:
    path = origin.page("/api/news", b"<p>news")
    proxy.ask(path, Authorization=said)
    assert origin.last(path).get("authorization") == heard


def test_where_passwords_may_go_through_the_browser_is_asked_and_answers(trusted, origin) -> None:
    path = origin.page("/staff", b"<p>no", CHALLENGE, status="401 Unauthorized")
    answer = trusted.ask(path, Authorization=BASIC)
    assert answer.status == 401
    assert answer.get("www-authenticate") == CHALLENGE.partition(": ")[2]
    assert origin.last(path).get("authorization") == BASIC
