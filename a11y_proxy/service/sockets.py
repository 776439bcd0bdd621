"""The way of a request for a WebSocket."""

from __future__ import annotations

from collections.abc import Sequence

from a11y_proxy.core.site import Site
from a11y_proxy.core.urlmap import to_origin
from a11y_proxy.origin.websocket import Opened, WebSocketClient
from a11y_proxy.service import outbound
from a11y_proxy.service.allowance import Allowance
from a11y_proxy.service.request import Request


class Sockets:
    """Opens the WebSockets of one site; `largest` are the bytes of a message, either way."""

    def __init__(
        self,
        site: Site,
        origin: WebSocketClient,
        largest: int,
        user_agent: str,
        allowance: Allowance,
    ) -> None:
        self.largest = largest
        self._site = site
        self._origin = origin
        self._user_agent = user_agent
        self._allowance = allowance

    async def open(self, request: Request, protocols: Sequence[str]) -> Opened:
        """Gives a connection to the origin; raises as `Exchange.own`, or RefusedTargetError."""
        self._allowance.take(request.client)
        url = to_origin(self._site, request.target)
        fields = outbound.own(request, self._site, self._user_agent)
        # the compression of what is said later is each side's own
        return await self._origin.connect(url, fields.without({"accept-encoding"}), protocols)
