"""
Hands a form that asks for a password over to the ordinary site.

A password said here passes through us, and only the operator of both sites can say that it may (the
setting `site.credentials`). So the form can be read, and is filled in at the original, where the link
before it leads. Sent from here it would be refused there: sites take a form only together with the
cookie that they set when they showed it.

Before:

    <form action="/login" method="post"><label>Name <input name="log"></label><label>Password <input type="password" name="pwd"></label><button>Log in</button></form>
    <form action="/go" id="aspnet"><input type="hidden" name="__VIEWSTATE"><label>Search <input name="q"></label><label>Code <input name="c" autocomplete="one-time-code"></label></form>

After:

    <form action="https://town.example/login" method="post" data-a11y-original=""><span class="a11y-notice" data-a11y-ui="">Passwords do not go through this version of the site. <a href="https://town.example/news/15" data-a11y-original="" data-a11y-ui="">Fill in this form on the ordinary site</a></span><label>Name <input name="log" disabled=""></label><label>Password <input type="password" name="pwd" disabled=""></label><button disabled="">Log in</button></form>
    <form action="/go" id="aspnet"><input type="hidden" name="__VIEWSTATE"><label>Search <input name="q"></label><span class="a11y-notice" data-a11y-ui="">Passwords do not go through this version of the site. <a href="https://town.example/news/15" data-a11y-original="" data-a11y-ui="">Fill in this form on the ordinary site</a></span><label>Code <input name="c" autocomplete="one-time-code" disabled=""></label></form>

Leaves alone:

    <form action="/search"><label>Password <input name="password-rules"></label><button>Search</button></form>

    <form action="/appeal" method="post"><label>Name <input name="n" autocomplete="username"></label><button>Send</button></form>

    <form><label>Password <input type="password" disabled></label></form>

    <form action="https://mail.example/login" method="post"><label>Password <input type="password"></label></form>

See: https://www.w3.org/WAI/WCAG22/Understanding/labels-or-instructions
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.edits import Edit, Insert, SetAttribute
from a11y_proxy.rewrite.html.elements import ORIGINAL, ours
from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.address import is_place, page_urls
from a11y_proxy.rewrite.html.queries.secret import (
    controls_of,
    form_of,
    goes_around_the_page,
    is_secret,
)
from a11y_proxy.rewrite.html.queries.wording import said, worded
from a11y_proxy.rewrite.html.rule import rule

_WHY = "A password is said on the ordinary site only, so the form is handed over to it"
_SAID = "Passwords do not go through this version of the site."
_LEADS = "Fill in this form on the ordinary site"


@rule(criterion="3.3.2", selects="form, input[type=password], input[autocomplete]")
def credential_form(element: Element, page: Page) -> Iterator[Edit]:
    if page.site.credentials == "proxy":
        return
    if element.tag == "form":
        yield from _in_form(element, page)
    elif is_secret(element) and element.get("disabled") is None and form_of(element, page) is None:
        yield from _shut(element, page)


def _in_form(form: Element, page: Page) -> Iterator[Edit]:
    controls = [each for each in controls_of(form, page) if each.get("disabled") is None]
    secrets = [each for each in controls if is_secret(each)]
    if secrets and goes_around_the_page(form):
        for secret in secrets:
            yield from _shut(secret, page)
    elif secrets and _comes_to_us(form, controls, page):
        yield from _handed_over(form, controls, page)


def _shut(field: Element, page: Page) -> Iterator[Edit]:
    label = next(field.iterancestors("label"), field)
    yield SetAttribute(field, "disabled", "", why=_WHY)
    yield Insert(label, _notice(label, page), "before", why=_WHY)


def _comes_to_us(form: Element, controls: list[Element], page: Page) -> bool:
    """Says whether the form may be sent to us; one that another site takes goes there without us."""
    urls = page.ask(page_urls)
    places = (form.get("action") or page.url, *(each.get("formaction") for each in controls))
    return any(not is_place(place) or urls.is_ours(place) for place in filter(None, places))


def _handed_over(form: Element, controls: list[Element], page: Page) -> Iterator[Edit]:
    urls = page.ask(page_urls)
    yield SetAttribute(form, "action", urls.absolute(form.get("action") or page.url), why=_WHY)
    yield SetAttribute(form, ORIGINAL, "", why=_WHY)
    for control in controls:
        yield SetAttribute(control, "disabled", "", why=_WHY)
        # a script may open it again
        if (action := control.get("formaction")) is not None:
            yield SetAttribute(control, "formaction", urls.absolute(action), why=_WHY)
            yield SetAttribute(control, ORIGINAL, "", why=_WHY)
    yield Insert(form, _notice(form, page), "first", why=_WHY)


def _notice(place: Element, page: Page) -> Element:
    notice = worded("span", _SAID, place, page, class_="a11y-notice")
    notice.text = f"{notice.text} "
    # a part of a page that a script asked for is no page at the original either
    address = f"{page.site.origin}/" if page.fragment else page.url
    notice.append(ours("a", said(_LEADS, place, page), href=address, data_a11y_original=""))
    return notice
