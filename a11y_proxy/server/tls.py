"""The operator's certificate: read from its files, and again when they are renewed."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from aiohttp import web

_LOG = logging.getLogger(__name__)
_LOOKS_EVERY = 1.0
"""Seconds between two looks at the files."""
_STRANGERS = "the private key does not belong to the certificate"
_REASONS: Mapping[str | None, str] = {
    "KEY_VALUES_MISMATCH": _STRANGERS,
    "NO_CERTIFICATE_ASSIGNED": _STRANGERS,
    "EE_KEY_TOO_SMALL": "the key is too short to be safe",
}
"""What OpenSSL means, in words."""
_UNREADABLE = "there must be a certificate and its private key in PEM, without a password"


class CertificateError(ValueError):
    """A certificate that cannot be used; the message is a sentence."""


class Certificate:
    """
    A certificate with its chain, and its private key, as their files have them now.

    `context` is what a server listens with: TLS 1.2 or newer (RFC 9325 §3.1.1).
    """

    def __init__(self, chain: Path, key: Path | None) -> None:
        """Reads both; without `key` the chain's file holds it, too. Raises CertificateError."""
        self._chain, self._key = chain, key
        self._seen = self._state()
        self.context = self._read()

    def changed(self) -> bool:
        """Says whether the files have changed since they were last looked at, and can be used."""
        state = self._state()
        if state == self._seen:
            return False
        self._seen = state
        try:
            self._read()
        except CertificateError as error:
            # between two files, one of them is renewed first
            _LOG.warning("The certificate stays as it was before the change: %s", error)
            return False
        return True

    async def kept_current(self, _: web.Application) -> AsyncIterator[None]:
        """Is the clean-up context in which new connections get what the files say."""
        watching = asyncio.create_task(self._watch())
        yield
        watching.cancel()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_LOOKS_EVERY)
            if await asyncio.to_thread(self.changed):
                # in the loop's own thread: a handshake must not meet half of it
                _load(self.context, self._chain, self._key)
                _LOG.info("The certificate has changed: %s", self._chain)

    def _read(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_alpn_protocols(["http/1.1"])
        _load(context, self._chain, self._key)
        return context

    def _state(self) -> tuple[tuple[int, ...], ...]:
        return tuple(_stamp(file) for file in (self._chain, self._key) if file)


def _stamp(file: Path) -> tuple[int, ...]:
    try:
        found = file.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _load(context: ssl.SSLContext, chain: Path, key: Path | None) -> None:
    for file in (chain, key or chain):
        try:
            file.read_bytes()
        except OSError as error:
            raise CertificateError(f"{file} cannot be read: {error.strerror}") from error
    try:
        # without a password of ours OpenSSL would ask for one on the terminal, and wait
        context.load_cert_chain(chain, key, password="")
    except ssl.SSLError as error:
        files = " with ".join(str(file) for file in (chain, key) if file)
        raise CertificateError(f"{files}: {_REASONS.get(error.reason, _UNREADABLE)}") from error
