"""The demo town and the proxy in front of it, as the other tests of whole visits have them."""

from tests.e2e.conftest import original, proxy, town, visitor

__all__ = ["original", "proxy", "town", "visitor"]
