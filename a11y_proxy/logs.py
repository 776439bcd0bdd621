"""What goes into the log, and what never does: nothing in it tells what a visitor typed or who they are."""

from __future__ import annotations

import logging
import re

from aiohttp.http_exceptions import HttpProcessingError

_QUERY = re.compile(r"\?[^\s'\"<>]+")
_WIRE = re.compile(r"""\bb(?:'(?>[^'\\]|\\.)*+'|"(?>[^"\\]|\\.)*+")""")
"""Bytes as Python writes them: parsers quote what they stumbled over, be it a cookie."""


class Discreet(logging.Formatter):
    """Leaves out the queries of addresses, and bytes as they came over the network."""

    def format(self, record: logging.LogRecord) -> str:
        """Gives the lines of a record; a request that was no HTTP is one line, whoever sent it."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, HttpProcessingError):
            record = logging.makeLogRecord(record.__dict__ | {"exc_info": None, "exc_text": None})
            record.msg = f"{record.getMessage()}: {error.message.partition(':')[0]}"
            record.args = ()
        return _WIRE.sub("b'…'", _QUERY.sub("?…", super().format(record)))


def set_up() -> None:
    """Sends the log to standard error, in every process that serves."""
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet("%(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
