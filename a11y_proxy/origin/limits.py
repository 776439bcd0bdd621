"""How long and how large; every number has an owner's reason to be changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """
    Seconds and bytes granted to the origin.

    `queue` is for a connection to come free, `connect` for making one (name, TCP and TLS);
    `first_byte` runs from the request to the reply's header, `idle` between two pieces of a body;
    `page` is for the whole of a body that we want to rewrite: what takes longer is passed on
    as it is. `ceiling` is the largest body that we rewrite, decoded; `message` the largest of a
    WebSocket, either way.
    """

    queue: float = 5.0
    connect: float = 5.0
    first_byte: float = 20.0
    idle: float = 30.0
    page: float = 30.0
    ceiling: int = 8 * 2**20
    message: int = 4 * 2**20
    connections: int = 100
    connections_per_host: int = 32
