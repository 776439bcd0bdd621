"""WordPress through us in Chromium: it complains of nothing new, and people get done what they came for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import starmap
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.reading import POST
from tests.journeys.visitor import Visitor
from tests.journeys.writing import PASSWORD, PICTURE
from tests.probes.console import complaints
from tests.serving import visitors

PAGES = ("/", POST, "/?s=%D0%B4%D0%BE%D1%80%D0%BE%D0%B3%D0%B0", "/nope/", "/wp-login.php")
MORE_PAGES = ("/blocks/", f"{POST}embed/", "/feed/", "/wp-login.php?action=lostpassword")
DESK = ("/wp-admin/",)
MORE_DESK = tuple(
    f"/wp-admin/{page}.php"
    for page in (
        *("profile", "edit", "post-new", "upload", "media-new", "edit-comments", "nav-menus"),
        *("themes", "plugins", "users", "site-health", "options-general", "about"),
    )
)

pytestmark = pytest.mark.browser


def each(paths: tuple[str, ...], more: tuple[str, ...]) -> list[Any]:
    return [
        pytest.param(path, marks=() if path in paths else pytest.mark.long, id=path)
        for path in paths + more
    ]


@pytest.fixture(scope="module")
def homes(wordpress: str, trusted: str) -> tuple[str, str]:
    """WordPress itself, and a proxy of it."""
    return wordpress, trusted


@pytest.fixture(scope="module")
def strangers(chromium: Browser, homes: tuple[str, str]) -> Iterator[tuple[Page, Page]]:
    """Pages of somebody whom the site does not know, at both."""
    with visitors(chromium, homes[0]) as visit:
        yield visit(), visit()


@pytest.fixture(scope="module")
def mayors(chromium: Browser, homes: tuple[str, str]) -> Iterator[tuple[Page, Page]]:
    """Pages of somebody who has logged in at both, in the browser."""
    with visitors(chromium, homes[0]) as visit:
        pages = visit(), visit()
        for page, home in zip(pages, homes, strict=True):
            logs_in(page, home, "mayor")
        yield pages


def logs_in(page: Page, home: str, name: str) -> None:
    page.goto(f"{home}/wp-login.php")
    page.fill("#user_login", name)
    page.fill("#user_pass", PASSWORD)
    page.click("#wp-submit")
    page.wait_for_url(f"{home}/wp-admin/**")


def new_complaints(pages: tuple[Page, Page], homes: tuple[str, str], path: str) -> Counter[str]:
    before, after = starmap(
        complaints, ((*where, path) for where in zip(pages, homes, strict=True))
    )
    return after - before


@pytest.mark.parametrize("path", each(PAGES, MORE_PAGES))
def test_the_console_says_nothing_new(path: str, strangers: Any, homes: Any) -> None:
    assert new_complaints(strangers, homes, path) == Counter()


@pytest.mark.parametrize("path", each(DESK, MORE_DESK))
def test_the_console_says_nothing_new_to_who_is_logged_in(
    path: str, mayors: Any, homes: Any
) -> None:
    assert new_complaints(mayors, homes, path) == Counter()


def test_a_form_that_is_shut_stays_so_when_scripts_have_run(
    chromium: Browser, cautious: str, wordpress: str
) -> None:
    """E14: and the link before it leads to the same form at the original."""
    with visitors(chromium, cautious) as visit:
        page = visit()
        page.goto("/wp-login.php")
        assert page.is_disabled("#user_login")
        assert page.is_disabled("#user_pass")
        page.click("#loginform .a11y-notice a")
        assert page.url == f"{wordpress}/wp-login.php"
        assert page.is_enabled("#user_pass")


def test_without_scripts_a_visitor_logs_in_uploads_comments_and_leaves(
    chromium: Browser, trusted: str, wordpress: str
) -> None:
    words = "Дякую; чекаю на «продовження» — Ґ."
    with visitors(chromium, trusted) as visit:
        page = visit(scripts=False)
        logs_in(page, trusted, "olena")
        page.goto("/wp-admin/media-new.php?browser-uploader")
        page.set_input_files("#async-upload", PICTURE)
        page.click("#html-upload")
        page.wait_for_url("**/wp-admin/upload.php**")
        page.goto(POST)
        page.fill("#comment", words)
        page.click("#submit")
        page.wait_for_url(f"{trusted}{POST}*")
        assert words in page.inner_text("main")
        page.goto(page.get_attribute("#wp-admin-bar-logout a", "href"))
        assert "You are now logged out" in page.inner_text("body")
    (kept,) = Visitor(wordpress).fetch("/wp-json/wp/v2/comments?search=продовження").json
    assert (kept["author_name"], kept["content"]["rendered"]) == (
        "Олена Коваль",
        f"<p>{words}</p>\n",
    )


def test_with_scripts_the_editor_of_the_site_publishes_a_page(
    mayors: tuple[Page, Page], trusted: str, wordpress: str
) -> None:
    """What it writes goes through the REST API with its nonce, at our address."""
    page = mayors[1]
    page.goto(f"{trusted}/wp-admin/post-new.php?post_type=page")
    page.wait_for_function("window.wp?.data?.select('core/editor')?.getCurrentPostId()")
    page.evaluate(
        """async () => {
            const { dispatch } = wp.data
            dispatch('core/editor').editPost({ title: 'Ґанок ратуші', status: 'publish',
                content: '<!-- wp:paragraph --><p>Відремонтовано.</p><!-- /wp:paragraph -->' })
            await dispatch('core/editor').savePost()
        }"""
    )
    (kept,) = Visitor(wordpress).fetch("/wp-json/wp/v2/pages?search=Ґанок").json
    assert kept["title"]["rendered"] == "Ґанок ратуші"
