"""Journeys of who comes to write: a comment, a login, an upload; the original is asked what came of it."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from urllib.parse import urlsplit

from tests.journeys.visitor import SCRIPT, Seen, Visitor, origin_of

POST = "/news-2/"
PASSWORD = "for one run"
PICTURE = Path(__file__).parents[2] / "a11y_proxy" / "town" / "static" / "img" / "news1.jpg"
WORDS = "Ґрунтовна відповідь: «їжак» — це 1/2 правди & <em>не все</em>; дякую! 🙂 ({})"


def comments_in_ukrainian(visitor: Visitor, truth: Visitor) -> None:
    """What was typed is what the original has, letter for letter; the visitor lands at it."""
    words = WORDS.format(visitor.home)
    page = visitor.open(POST)
    told = {"author": "Їжакевич Ґалаґан", "email": "h@stepove.example", "comment": words}
    after = visitor.send(page, page.form("#commentform"), **told)
    assert urlsplit(after.url).path == POST
    assert urlsplit(after.url).fragment.startswith("comment-")
    assert "Ґрунтовна відповідь: «їжак»" in after.words
    kept = truth.fetch(f"/wp-json/wp/v2/comments?search={visitor.home}").json
    assert [one["author_name"] for one in kept] == ["Їжакевич Ґалаґан"]
    shown = kept[0]["content"]["rendered"]
    assert "Ґрунтовна відповідь: «їжак» — це 1/2 правди &amp; <em>не все</em>; дякую! 🙂" in shown


def is_told_what_is_wrong_with_a_comment(visitor: Visitor, truth: Visitor) -> None:
    page = visitor.open(POST)
    empty = visitor.send(page, page.form("#commentform"), author="Ж", email="h@stepove.example")
    assert empty.status == 200
    assert "Please type your comment text" in empty.words
    told = {"author": "Ж", "email": "h@stepove.example", "comment": f"Двічі, {visitor.home}"}
    for expected in (200, 409):
        page = visitor.open(POST)
        assert visitor.send(page, page.form("#commentform"), **told).status == expected


def mistypes_the_password(visitor: Visitor, truth: Visitor) -> None:
    page = logged_in(visitor, "olena", "пароль не той")
    assert page.url == f"{visitor.home}/wp-login.php"
    assert "is incorrect" in page.words
    assert page.form("#loginform").fields["log"] == "olena"
    assert visitor.open("/wp-admin/profile.php").url.startswith(f"{visitor.home}/wp-login.php?")


def logs_in_and_out(visitor: Visitor, truth: Visitor) -> None:
    """Who is sent to the login comes back to where they wanted to be; after the logout, nobody does."""
    login = visitor.open("/wp-admin/profile.php")
    page = visitor.send(login, login.form("#loginform"), log="olena", pwd=PASSWORD)
    assert page.url == f"{visitor.home}/wp-admin/profile.php"
    assert page.form("#your-profile").fields["display_name"] == "Олена Коваль"
    assert {origin_of(url) for url in (*login.trail, *page.trail)} == {visitor.home}
    front = visitor.open(POST)
    assert "Howdy, Олена Коваль" in front.words
    out = visitor.open(front.link("#wp-admin-bar-logout a"))
    assert "You are now logged out" in out.words
    assert "Howdy" not in visitor.open(POST).words
    assert visitor.open("/wp-admin/profile.php").url.startswith(f"{visitor.home}/wp-login.php?")


def uploads_a_file_and_fetches_it(visitor: Visitor, truth: Visitor) -> None:
    """Not a byte is another one, on the way in or out; its name is Ukrainian."""
    logged_in(visitor, "olena")
    page = visitor.open("/wp-admin/media-new.php?browser-uploader")
    form, name = page.form("#file-form"), f"рішення-{urlsplit(visitor.home).port}.jpg"
    kind, body = multipart(dict(form.form_values()) | {"html-upload": "Upload"}, name)
    after = visitor.open("/wp-admin/media-new.php", body, Content_Type=kind, Referer=page.url)
    assert urlsplit(after.url).path == "/wp-admin/upload.php"
    (kept,) = truth.fetch(f"/wp-json/wp/v2/media?search=рішення-{urlsplit(visitor.home).port}").json
    place = urlsplit(kept["source_url"]).path
    fetched = visitor.open(place, Sec_Fetch_Dest="image", Accept="image/*")
    assert (fetched.status, fetched.headers["Content-Type"]) == (200, "image/jpeg")
    assert fetched.body == PICTURE.read_bytes() == truth.open(place).body


def writes_by_script(visitor: Visitor, truth: Visitor) -> None:
    """What the editor does: a post by the REST API with a nonce, a heartbeat, a page with a password."""
    desk = logged_in(visitor, "mayor")
    given = {"title": f"Толока {visitor.home}", "content": "Беріть граблі", "status": "publish"}
    assert visitor.fetch("/wp-json/wp/v2/pages", given).json["code"] == "rest_cannot_create"
    closed_by = given | {"password": "ключ"}
    made = visitor.fetch("/wp-json/wp/v2/pages", closed_by, X_WP_Nonce=nonce(visitor))
    assert made.status == 201
    place = urlsplit(made.json["link"]).path
    reader = Visitor(visitor.home)
    closed = reader.open(place)
    assert "Беріть граблі" not in closed.words
    assert (
        "Беріть граблі"
        in reader.send(closed, closed.form(".post-password-form"), post_password="ключ").words
    )
    assert "Беріть граблі" not in Visitor(visitor.home).open(place).words
    beat = re.search(r'heartbeatSettings = \{"nonce":"(\w+)"', desk.text)
    data = f"action=heartbeat&_nonce={beat[1]}&interval=60&screen_id=dashboard".encode()
    kind = "application/x-www-form-urlencoded; charset=UTF-8"
    alive = visitor.open(
        "/wp-admin/admin-ajax.php", data, Content_Type=kind, X_Requested_With="XMLHttpRequest",
        Sec_Fetch_Dest="empty", Sec_Fetch_Mode="cors",
    )  # fmt: skip
    assert alive.json["wp-auth-check"] is True


def is_known_by_the_password_of_an_application(visitor: Visitor, truth: Visitor) -> None:
    """HTTP Basic, as programs log in; a wrong one is refused in JSON."""
    logged_in(visitor, "mayor")
    made = visitor.fetch(
        "/wp-json/wp/v2/users/me/application-passwords",
        {"name": f"test {visitor.home}"},
        X_WP_Nonce=nonce(visitor),
    )
    program = Visitor(visitor.home)
    for password, status in ((made.json["password"], 200), ("wrong", 401)):
        pair = b64encode(f"mayor:{password}".encode()).decode()
        told = program.fetch("/wp-json/wp/v2/users/me?context=edit", Authorization=f"Basic {pair}")
        assert told.status == status
        assert (told.json.get("username") == "mayor") == (status == 200)


def logged_in(visitor: Visitor, name: str, password: str = PASSWORD) -> Seen:
    page = visitor.open("/wp-login.php")
    return visitor.send(page, page.form("#loginform"), log=name, pwd=password)


def nonce(visitor: Visitor) -> str:
    """Gives what proves that a request of somebody logged in comes from a page of the site."""
    return visitor.open("/wp-admin/admin-ajax.php?action=rest-nonce", **SCRIPT).text


def multipart(fields: dict[str, str], name: str) -> tuple[str, bytes]:
    """Gives the Content-Type and the body of a form with a file (RFC 7578), as browsers write it."""
    boundary = "----journey7MA4YWxkTrZu0gW"
    parts = [
        f'Content-Disposition: form-data; name="{field}"\r\n\r\n{value}\r\n'.encode()
        for field, value in fields.items()
    ]
    head = f'Content-Disposition: form-data; name="async-upload"; filename="{name}"\r\nContent-Type: image/jpeg\r\n\r\n'
    parts.append(head.encode() + PICTURE.read_bytes() + b"\r\n")
    body = b"".join(f"--{boundary}\r\n".encode() + part for part in parts)
    return f"multipart/form-data; boundary={boundary}", body + f"--{boundary}--\r\n".encode()


COMMENTING = (comments_in_ukrainian, is_told_what_is_wrong_with_a_comment)
"""What needs no password."""

WRITING = (
    mistypes_the_password,
    logs_in_and_out,
    uploads_a_file_and_fetches_it,
    writes_by_script,
    is_known_by_the_password_of_an_application,
)
