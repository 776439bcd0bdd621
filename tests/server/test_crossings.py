"""
Sites with equal paths, cookies and tags in one process, asked all at once: no answer is another's (D07).

Each answer must hold a token of its own site (a word, its address, its size of text) and none of the
others'; nothing that reaches an origin may speak of another.
"""

from __future__ import annotations

import asyncio
import random
import re
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

AT_ONCE = 24
FRESH = ("Cache-Control: max-age=60", 'ETag: "1"', "Last-Modified: Fri, 15 Jan 2027 08:00:00 GMT")
OWN = ("Cache-Control: private", "Set-Cookie: session=1; Path=/")
SESSION = {"Cookie": "session=1; cart=7"}
LIKE_OTHERS = {"Cookie": "a11y_preferences=scale=150"}
"""With these wishes the pages of all sites look alike."""
JSON = {"Accept": "application/json"}


@dataclass(frozen=True)
class Town:
    """A site: the name it is asked by, its word, its size of text, and its origin (None: down)."""

    word: str
    scale: int
    url: str
    origin: object = None

    @property
    def host(self) -> str:
        return f"{self.word}.test"

    @property
    def tokens(self) -> re.Pattern[str]:
        authority = self.url.removeprefix("http://")
        return re.compile(rf"{self.word}|{authority}\b|scale={self.scale}\b")


PATHS = ("/", "/news?id=1", "/own", "/s.css", "/a.js", "/go", "/lost", "/deep", "/feed", "/data")
# what is asked: method, path, further fields
ALIVE = [
    *[("GET", path, {}) for path in PATHS],
    *[("GET", path, SESSION) for path in ("/", "/own", "/go")],
    *[("GET", path, LIKE_OTHERS) for path in ("/", "/news?id=1", "/s.css")],
    ("GET", "/", {"Sec-Fetch-Dest": "iframe"}),
    ("GET", "/", {"Accept-Encoding": "gzip"}),
    ("POST", "/send", SESSION),
    ("GET", "/_a11y/report?path=/", {}),
    ("GET", "/_a11y/report?path=/own", JSON),
    ("GET", "/_a11y/transcript?path=/film.vtt", {}),
]
OURS = [
    ("GET", "/_a11y/settings?next=/", {}),
    ("GET", "/_a11y/statement", {}),
    ("GET", "/_a11y/report", {}),
    ("GET", "/_a11y/enter?next=/", {}),
    ("GET", "/_a11y/leave?next=/", {}),
]
DOWN = [("GET", path, fields) for path in ("/", "/own") for fields in ({}, SESSION)]


def furnish(town: Town) -> None:
    origin, word = town.origin, town.word
    body = (
        f"<!doctype html><html lang=uk><title>t</title><link rel=stylesheet href=/s.css>"
        f"<script src=/a.js></script><main><h1>{word}</h1><img src=/{word}.jpg>"
        f'<a href="{town.url}/own">своє</a>'
    ).encode()
    for path in ("/", "/news?id=1"):
        origin.page(path, body, *FRESH)
    origin.page("/own", body, *OWN)
    origin.page("/lost", body, status="404 Not Found")
    origin.page("/deep", b"<div>" * 3000 + body, *FRESH)  # too deep to be adapted
    link = f"{town.url}/own"
    feed = f"<rss version='2.0'><channel><title>{word}</title><link>{link}</link></channel></rss>"
    origin.page("/feed", feed.encode(), "Content-Type: application/rss+xml", *FRESH)
    data = f'{{"name": "{word}", "at": "{link}"}}'
    origin.page("/data", data.encode(), "Content-Type: application/json", *FRESH)
    origin.page("/s.css", f".{word} {{ color: #777 }}".encode(), "Content-Type: text/css", *FRESH)
    origin.page("/a.js", f"var {word}".encode(), "Content-Type: text/javascript", *FRESH)
    origin.page("/go", b"", f"Location: {town.url}/{word}", status="302 Found")
    origin.page("/send", body, *OWN)
    vtt = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{word}\n".encode()
    origin.page("/film.vtt", vtt, "Content-Type: text/vtt", *FRESH)


@pytest.fixture(
    scope="module",
    params=[1, pytest.param(2, marks=pytest.mark.long)],
    ids=["alone", "shared port"],
)
def towns(request, answering, serve, tmp_path_factory) -> Iterator[tuple[str, list[Town]]]:
    config: Path = tmp_path_factory.mktemp("towns") / "a11y-proxy.toml"
    with ExitStack() as opened:
        alive = [
            Town(word, scale, origin.url, origin)
            for word, scale in (("kovel", 130), ("lubny", 230))
            if (origin := opened.enter_context(answering()))
        ]
        with socket.create_server(("127.0.0.1", 0)) as closed:
            nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}"
        found = [*alive, Town("brody", 330, nowhere)]
        for town in alive:
            furnish(town)
        config.write_text(
            f"[server]\nworkers = {request.param}\n"
            + "".join(
                f'[[site]]\norigin = "{town.url}"\nhosts = ["{town.host}"]\nscale = {town.scale}\n'
                for town in found
            ),
            "utf-8",
        )
        proxy = opened.enter_context(serve("--config", str(config)))
        yield f"http://127.0.0.1:{proxy.port}", found


async def asked(session: aiohttp.ClientSession, home: str, town: Town, what) -> tuple[int, str]:
    """Gives the status of an answer, and all that it says."""
    method, path, fields = what
    said = {"Host": town.host, "Origin": f"http://{town.host}", "Referer": f"http://{town.host}/"}
    body = town.word if method == "POST" else None
    async with session.request(
        method, home + path, headers=said | fields, data=body, allow_redirects=False
    ) as answer:
        return answer.status, f"{answer.headers!r}\n{await answer.text()}"


async def hammered(home: str, towns: list[Town], count: int) -> tuple[Counter[int], list[str]]:
    """Asks `count` times in no order, many at once; gives the statuses, and what was crossed."""
    dice = random.Random(count)
    statuses: Counter[int] = Counter()
    crossed: list[str] = []

    async def visit(session: aiohttp.ClientSession) -> None:
        town = dice.choice(towns)
        what = dice.choice(OURS + (ALIVE if town.origin else DOWN))
        status, text = await asked(session, home, town, what)
        statuses[status] += 1
        foreign = [other.word for other in towns if other is not town and other.tokens.search(text)]
        if foreign or not town.tokens.search(text):
            crossed.append(f"{town.word} {what} {status} {foreign}: {text[:2000]}")

    async def visitor(session: aiohttp.ClientSession, times: int) -> None:
        for _ in range(times):
            await visit(session)

    # one connection carries requests for every site: it is no token of any
    connector = aiohttp.TCPConnector(limit=AT_ONCE)
    async with aiohttp.ClientSession(
        connector=connector, cookie_jar=aiohttp.DummyCookieJar()
    ) as it:
        await asyncio.gather(*[visitor(it, count // AT_ONCE) for _ in range(AT_ONCE)])
    return statuses, crossed


def reached(towns: list[Town]) -> tuple[int, list[str]]:
    """Gives how many requests reached the origins, and those that speak of another site."""
    total, crossed = 0, []
    for town in towns:
        for question in town.origin.asked if town.origin else ():
            total += 1
            text = f"{question.line} {question.fields} {question.body!r}"
            if any(other.tokens.search(text) for other in towns if other is not town):
                crossed.append(f"{town.word}: {text}")
    return total, crossed


@pytest.mark.parametrize("count", [480, pytest.param(4800, marks=pytest.mark.long)])
async def test_no_answer_and_no_question_crosses_from_one_site_to_another(towns, count) -> None:
    home, all_towns = towns
    statuses, crossed = await hammered(home, all_towns, count)
    questions, misled = reached(all_towns)
    print(
        f"\n{statuses.total()} answers {dict(statuses)}, {questions} questions, {len(crossed)} and {len(misled)} crossed"
    )
    assert statuses.total() == count
    assert {200, 302, 303, 404, 502} <= statuses.keys() <= {200, 302, 303, 404, 502}
    assert (crossed[:3], misled[:3]) == ([], [])
