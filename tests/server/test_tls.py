"""A town without a web server of its own: TLS ends at the proxy, with a certificate from files."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from socket import create_connection
from typing import Any

import aiohttp
import pytest

from a11y_proxy.app import certificate_of
from a11y_proxy.server.tls import Certificate
from a11y_proxy.settings import ServerSettings, SettingsError

PATIENCE = 20.0
MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
"""RFC 6455 §1.3."""
PAGE = b"<!doctype html><html lang=uk><title>t</title><body><h1>x</h1></body></html>"


@dataclass(frozen=True)
class Files:
    chain: Path
    key: Path

    @property
    def trusting(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.chain))

    def settings(self) -> dict[str, str]:
        return {
            "A11Y_SERVER__CERTIFICATE": str(self.chain),
            "A11Y_SERVER__CERTIFICATE_KEY": str(self.key),
        }


def issue(folder: Path, name: str, *key: str) -> Files:
    files = Files(folder / f"{name}.pem", folder / f"{name}.key")
    how = "req -x509 -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    kind = key or ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    command = ["openssl", *how.split(), *kind, "-keyout", files.key, "-out", files.chain]
    subprocess.run(command, check=True, capture_output=True)
    return files


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> Files:
    return issue(tmp_path_factory.mktemp("tls"), "served")


@pytest.fixture(scope="module")
def secure(origin, start, files) -> Iterator:
    more = {"A11Y_SERVER__HSTS_SECONDS": "600"}
    with start(origin.url, files.trusting, **files.settings(), **more) as proxy:
        yield proxy


def test_pages_come_over_tls_and_cookies_stay_on_it(secure, origin) -> None:
    origin.page("/tls", PAGE, "Set-Cookie: a=1; Secure; SameSite=None; Partitioned")
    answer = secure.ask("/tls")
    assert "a11y-panel" in answer.text
    assert answer.all("set-cookie") == ["a=1; Secure; SameSite=None; Partitioned"]
    chosen = secure.ask("/_a11y/set?scale=200")
    assert "; Secure" in chosen.get("set-cookie")


def test_a_form_over_tls_is_one_of_this_very_site(secure, origin) -> None:
    origin.page("/tls-form", PAGE)
    place = f"localhost:{secure.port}"
    assert secure.ask("/tls-form", "POST", b"a=1", Origin=f"https://{place}").status == 200
    assert origin.last("/tls-form").get("origin") == origin.url
    assert secure.ask("/tls-form", "POST", b"a=1", Origin=f"http://{place}").status == 403


@pytest.mark.parametrize("path", ["/tls", "/_a11y/health", "/_a11y/none", "/nothing.png"])
def test_strict_transport_security_is_the_operators_alone(secure, origin, path) -> None:
    """B13: the origin's own is dropped, ours is on whatever we send."""
    origin.page("/tls", PAGE, "Strict-Transport-Security: max-age=31536000; includeSubDomains")
    assert secure.ask(path).all("strict-transport-security") == ["max-age=600"]


async def test_a_websocket_opens_over_tls(secure, origin, files) -> None:
    """B18: whose page is asked for is seen by its https address."""

    async def talk(writer: asyncio.StreamWriter, asked: Any) -> None:
        made = sha1(f"{asked.get('sec-websocket-key')}{MAGIC}".encode()).digest()
        head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        writer.write(f"{head}Sec-WebSocket-Accept: {b64encode(made).decode()}\r\n\r\n".encode())
        writer.write(b"\x81\x05hello\x88\x02\x03\xe8")

    origin.says("/wss", talk)
    place = f"localhost:{secure.port}"
    async with aiohttp.ClientSession() as session:
        whose = {"origin": f"https://{place}", "ssl": files.trusting}
        async with session.ws_connect(f"wss://{place}/wss", **whose) as socket:
            assert await socket.receive_str() == "hello"
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await session.ws_connect(f"wss://{place}/wss", **whose | {"origin": f"http://{place}"})
    assert origin.last("/wss").get("origin") == origin.url


def test_nothing_older_than_tls_1_2_is_spoken(secure, files) -> None:
    old = files.trusting
    old.set_ciphers("ALL:@SECLEVEL=0")
    with pytest.warns(DeprecationWarning, match="TLSv1_1 is deprecated"):
        old.maximum_version = ssl.TLSVersion.TLSv1_1
    with create_connection(("127.0.0.1", secure.port), 5) as plain, pytest.raises(ssl.SSLError):
        old.wrap_socket(plain, server_hostname="localhost")


def test_who_speaks_plain_http_to_it_disturbs_nobody(secure) -> None:
    with create_connection(("127.0.0.1", secure.port), 5) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        plain.settimeout(5)
        assert not plain.recv(100).startswith(b"HTTP/")
    assert secure.ask("/_a11y/health").status == 200


def test_a_certificate_that_cannot_be_used_is_named_before_anything_starts(files, tmp_path) -> None:
    other = issue(tmp_path, "other")
    closed = issue(tmp_path, "closed", "-newkey", "rsa:2048", "-passout", "pass:secret")
    text = tmp_path / "text.pem"
    text.write_text("not a certificate")
    wrong = {
        "No such file or directory": Files(tmp_path / "none.pem", files.key),
        "Is a directory": Files(files.chain, tmp_path),
        "the private key does not belong to the certificate": Files(files.chain, other.key),
        "there must be a certificate and its private key in PEM": Files(text, files.key),
        "in PEM, without a password": closed,
    }
    for sentence, pair in wrong.items():
        given = ServerSettings(certificate=pair.chain, certificate_key=pair.key)
        with pytest.raises(SettingsError) as raised:
            certificate_of(given)
        assert str(raised.value).startswith("`server.certificate` cannot be used: ")
        assert sentence in str(raised.value)
    with pytest.raises(SettingsError, match="of no use without"):
        certificate_of(ServerSettings(certificate_key=files.key))
    assert certificate_of(ServerSettings()) is None


def test_one_file_may_hold_both(files, tmp_path) -> None:
    both = tmp_path / "both.pem"
    both.write_text(files.chain.read_text() + files.key.read_text())
    assert certificate_of(ServerSettings(certificate=both))


def served(port: int) -> bytes | None:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with (
        create_connection(("127.0.0.1", port), 5) as plain,
        closing(context.wrap_socket(plain)) as wrapped,
    ):
        return wrapped.getpeercert(binary_form=True)


def test_of_two_files_that_are_renewed_one_after_the_other_nothing_is_taken_between(
    tmp_path, caplog
) -> None:
    before, after = issue(tmp_path, "before"), issue(tmp_path, "after")
    certificate = Certificate(before.chain, before.key)
    assert not certificate.changed()
    before.key.write_bytes(after.key.read_bytes())
    assert not certificate.changed()
    assert "The certificate stays as it was before the change" in caplog.text
    assert "the private key does not belong to the certificate" in caplog.text
    before.chain.write_bytes(after.chain.read_bytes())
    assert certificate.changed()
    assert not certificate.changed(), "it is told once"


# The last test, because who trusted the certificate before does not trust the one after it.


def test_a_renewed_certificate_is_used_without_a_restart(secure, files, tmp_path) -> None:
    after = issue(tmp_path, "after")
    files.key.write_bytes(after.key.read_bytes())
    files.chain.write_bytes(after.chain.read_bytes())
    deadline = time.monotonic() + PATIENCE
    while served(secure.port) != ssl.PEM_cert_to_DER_cert(after.chain.read_text()):
        assert time.monotonic() < deadline, "it still has the old one"
        time.sleep(0.1)
