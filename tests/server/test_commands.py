"""The commands, run as people run them."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from a11y_proxy.cli import main
from tests.serving import STARTS_WITHIN

PAGE = (
    '<html lang=uk><title>т</title><body><h1>Рада</h1><a href="/x" tabindex=3>x</a></body></html>'
)
CSS = "@media (max-width: 800px) { p { color: #777 } }"


def command(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=text)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    listen = f"127.0.0.1:{free_port()}"
    process = subprocess.Popen(
        [sys.executable, "-m", "a11y_proxy", "serve", "--listen", listen, *arguments]
    )
    deadline = time.monotonic() + STARTS_WITHIN
    try:
        while not _answers(f"http://{listen}/_a11y/ready"):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.05)
        yield f"http://{listen}", process
    finally:
        process.terminate()
        assert process.wait(20) == 0


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def test_the_command_is_a_plain_filter() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "a11y_proxy", "transform", "-"],
        input=PAGE.encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert "Рада" in done.stdout.decode()
    assert done.stderr == b""


def test_a_page_from_standard_input_comes_out_whole_and_stands_alone() -> None:
    done = command("transform", "-", text=PAGE)
    assert done.exit_code == 0
    assert done.stderr == ""
    assert "<h1" in done.stdout
    assert "Рада" in done.stdout
    assert "--a11y-ink" in done.stdout
    assert 'href="/_a11y' not in done.stdout
    assert "tabindex" not in done.stdout


def test_a_file_is_rewritten_in_a_theme_with_a_report(tmp_path: Path) -> None:
    page, report = tmp_path / "page.html", tmp_path / "report.json"
    page.write_text(PAGE, "utf-8")
    plain = command("transform", str(page))
    themed = command("transform", str(page), "--theme", "yellow-on-black", "--report", str(report))
    assert themed.exit_code == 0
    assert themed.stdout != plain.stdout
    done = json.loads(report.read_text("utf-8"))
    assert "no-positive-tabindex" in {repair["rule"] for repair in done["repaired"]}
    assert done["gave_up"] == []


def test_links_to_the_pages_own_host_become_paths() -> None:
    page = '<a href="https://town.example/a">a</a><a href="https://other.example/b">b</a>'
    done = command("transform", "-", "--base-url", "https://town.example/", text=page)
    assert 'href="/a"' in done.stdout
    assert "https://other.example/b" in done.stdout


@pytest.mark.parametrize("named", [True, False])
def test_a_style_sheet_is_rewritten(tmp_path: Path, named: bool) -> None:  # noqa: FBT001
    sheet = tmp_path / ("a.css" if named else "a.txt")
    sheet.write_text(CSS, "utf-8")
    done = command("transform", str(sheet), *([] if named else ["--css"]))
    assert "1200px" in done.stdout
    assert "var(--a11y-text,#777)" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["transform", "no-such-file"], 2, "no-such-file cannot be read"),
        (["transform", "-", "--theme", "no-such"], 2, "no-such"),
        (["transform", "http://127.0.0.1:9/"], 1, "http://127.0.0.1:9/"),
        (["serve"], 2, "--origin URL"),
        (["serve", "--origin", "ftp://x"], 2, "`site.origin` must be an address"),
        (["serve", "--origin", "http://x", "--demo"], 2, "not both"),
        (["serve", "--origin", "http://x", "--workers", "0"], 2, "`server.workers` must be"),
        (["serve", "--origin", "http://x", "--config", "no.toml"], 2, "no.toml is not a file"),
        (["themes", "check", "--folder", "no-such"], 1, "no-such"),
    ],
)
def test_a_mistake_ends_with_a_sentence_on_standard_error(
    arguments: list[str], status: int, said: str
) -> None:
    done = command(*arguments, text="x")
    assert done.exit_code == status
    assert said in done.stderr
    assert isinstance(done.exception, SystemExit)
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("A11Y_THEMES__DEFAULT", "no-such", "the default theme 'no-such' does not exist"),
        ("A11Y_SITE__THEME", "no-such", "the default theme 'no-such' does not exist"),
        ("A11Y_SITE__RECIPE", "no-such.toml", "The recipe no-such.toml cannot be read"),
    ],
)
def test_a_mistake_ends_the_start_of_several_processes_at_once(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, said: str
) -> None:
    monkeypatch.setenv(variable, value)
    done = command("serve", "--origin", "http://x", "--workers", "2")
    assert done.exit_code > 0
    assert said in done.stderr


def test_a_page_is_rewritten_as_its_own_site_of_several_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "kovel.toml").write_text('removals = ["p"]', "utf-8")
    (tmp_path / "a11y-proxy.toml").write_text(
        """
        [[site]]
        origin = "https://kovel.example"
        hosts = ["zir.kovel.example"]
        recipe = "kovel.toml"
        [[site]]
        origin = "https://lubny.example"
        hosts = ["zir.lubny.example"]
        theme = "yellow-on-black"
        """,
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    urls = ("https://kovel.example/", "https://lubny.example/", "https://other.example/")
    texts = [command("transform", "-", "--base-url", url, text="<p>слова").stdout for url in urls]
    assert ["слова" in text for text in texts] == [False, True, True]
    assert [text.partition("<body")[0] == texts[0].partition("<body")[0] for text in texts] == [
        True,
        False,
        True,
    ]


def test_every_theme_is_named_with_its_lowest_ratios() -> None:
    done = command("themes", "check")
    assert done.exit_code == 0
    assert "white-on-black: AAA; lowest:" in done.stdout


def test_a_theme_that_breaks_its_promise_is_named(tmp_path: Path) -> None:
    good = Path(__file__).parents[2] / "themes" / "black-on-white" / "theme.toml"
    bad = tmp_path / "pale" / "theme.toml"
    bad.parent.mkdir()
    text = good.read_text("utf-8")
    ink = next(line for line in text.splitlines() if line.startswith("ink"))
    bad.write_text(text.replace(ink, 'ink = "#999999"').replace("black-on-white", "pale"), "utf-8")
    done = command("themes", "check", "--folder", str(tmp_path))
    assert done.exit_code == 1
    assert "'pale' promises AAA but ink on" in done.stderr


def test_the_rules_are_listed_with_their_criteria() -> None:
    assert "image-alt                1.1.1" in command("rules").stdout
    assert command("rules", "--markdown").stdout.startswith("#")


def test_the_demo_is_a_town_behind_the_proxy() -> None:
    with serving("--demo") as (url, _), urllib.request.urlopen(url, timeout=20) as page:
        text = page.read().decode()
    assert "data-a11y-ui" in text
    assert "громада" in text


def test_several_processes_share_a_port_and_a_dead_one_is_replaced(origin) -> None:
    with serving("--origin", origin.url, "--workers", "2") as (url, process):
        before = _workers(process.pid)
        assert len(before) == 2
        os.kill(before[0], signal.SIGKILL)
        deadline = time.monotonic() + 30
        while len(after := _workers(process.pid)) < 2 or before[0] in after:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert before[1] in after
        while not _answers(f"{url}/_a11y/health"):
            assert time.monotonic() < deadline
            time.sleep(0.1)


def test_a_request_under_way_is_finished_when_the_server_is_told_to_stop(origin) -> None:
    async def slow(writer: asyncio.StreamWriter, _: object) -> None:
        await asyncio.sleep(1)
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\ndone"
        )

    origin.says("/slow.txt", slow)
    with serving("--origin", origin.url) as (url, process), ThreadPoolExecutor(1) as visitor:
        reply = visitor.submit(lambda: urllib.request.urlopen(f"{url}/slow.txt").read())
        deadline = time.monotonic() + 5
        while not origin.count("/slow.txt"):
            assert time.monotonic() < deadline
            time.sleep(0.01)
        process.terminate()
        assert reply.result(10) == b"done"
        assert process.wait(20) == 0


def _workers(pid: int) -> list[int]:
    """Gives the processes that serve: children that are not multiprocessing's own helpers."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return [child for child in map(int, children) if b"spawn_main" in _command_of(child)]


def _command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def test_without_the_strict_parser_nothing_is_served() -> None:
    """E03: aiohttp's parser in Python can be made to read another request than a server behind it."""
    done = subprocess.run(
        [sys.executable, "-m", "a11y_proxy", "serve", "--origin", "http://localhost"],
        env=os.environ | {"AIOHTTP_NO_EXTENSIONS": "1"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(b"aiohttp runs without its compiled HTTP parser")


def test_a_certificate_that_cannot_be_used_ends_the_start(tmp_path: Path) -> None:
    config = tmp_path / "a11y-proxy.toml"
    config.write_text(f'[server]\ncertificate = "{tmp_path}/none.pem"\nworkers = 2\n')
    done = command("serve", "--origin", "http://localhost", "--config", str(config))
    assert done.exit_code == 2
    assert "`server.certificate` cannot be used: " in done.output
    assert "none.pem cannot be read: No such file or directory" in done.output
