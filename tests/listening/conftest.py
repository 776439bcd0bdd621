"""The demo town, and its pages where what the report flags says so."""

from tests.engines.conftest import original, proxy, told, town, visitor

__all__ = ["original", "proxy", "told", "town", "visitor"]
