"""Which addresses are everyone's, seen on the address itself when a connection is made."""

from __future__ import annotations

import socket
from contextlib import closing
from typing import Any

import pytest
from aiohttp.abc import AbstractResolver

from a11y_proxy.core.fields import Fields
from a11y_proxy.origin.client import OriginClient
from a11y_proxy.origin.errors import OriginForbiddenError
from a11y_proxy.origin.guard import PublicHosts
from a11y_proxy.origin.limits import Limits
from a11y_proxy.origin.public import NotPublicError, is_public, public_socket


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_an_address_of_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.0.1"),
        *("169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.1.1.1"),
        *("240.0.0.1", "255.255.255.255"),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1"),
        *("2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:224.0.0.1", "::7f00:1"),
        # IPv4 inside IPv6: 6to4 and NAT64, here of 127.0.0.1 and 10.0.0.1
        *("2002:7f00:1::", "2002:a00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1"),
    ],
)
def test_an_address_of_a_machine_a_network_or_a_group_is_not(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    ("family", "address"),
    [
        (socket.AF_INET, ("127.0.0.1", 80)),
        (socket.AF_INET6, ("::1", 80, 0, 0)),
        (socket.AF_INET6, ("::ffff:127.0.0.1", 80, 0, 0)),
    ],
)
def test_there_is_no_socket_for_a_connection_to_one(family: Any, address: Any) -> None:
    with pytest.raises(NotPublicError):
        public_socket((family, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", address))


def test_there_is_one_for_a_public_address() -> None:
    found = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", ("1.1.1.1", 80))
    with closing(public_socket(found)) as made:
        assert made.family == socket.AF_INET


class Rebinding(AbstractResolver):
    """A name that is checked, and then leads elsewhere: here to loopback, by every answer."""

    async def resolve(self, host: str, port: int = 0, family: Any = socket.AF_INET) -> Any:
        found = {"hostname": host, "port": port, "family": socket.AF_INET, "proto": 0, "flags": 0}
        return [{**found, "host": address} for address in ("127.0.0.1", "10.0.0.1")]

    async def close(self) -> None:
        pass


@pytest.mark.parametrize("url", ["http://name.example/a.css", "https://name.example/a.css"])
async def test_a_name_that_leads_inside_is_refused_whatever_it_led_to_before(url: str) -> None:
    client = OriginClient.open(PublicHosts(), Limits(), public=True)
    client._session.connector._resolver = Rebinding()
    try:
        with pytest.raises(OriginForbiddenError, match="not a public address; if it should"):
            await client.send("GET", url, Fields())
    finally:
        await client.aclose()


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://[::1]/", "http://localhost/"])
async def test_an_address_in_place_of_a_name_is_refused_as_well(url: str) -> None:
    client = OriginClient.open(PublicHosts(), Limits(), public=True)
    try:
        with pytest.raises(OriginForbiddenError, match="not a public address; if it should"):
            await client.send("GET", url, Fields())
    finally:
        await client.aclose()
