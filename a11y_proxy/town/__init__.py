"""
A municipal site as bad as the real ones: the project's collection of accessibility faults.

The town, its people and its news are invented. `README.md` lists every fault with its criterion.
"""

from typing import Final

PAGES: Final[tuple[str, ...]] = (
    "/",
    "/news/",
    "/news/1187.html",
    "/documents/",
    "/services/",
    "/appeal/",
    "/search/",
    "/search/?q=%E1%FE%E4%E6%E5%F2",
    "/contacts/",
    "/media/",
    "/en/",
    "/rada/",
    "/rada/412.html",
    "/development/",
    "/old/",
    "/budget/",
    "/nemaye-takoyi-storinky.html",
)
"""Addresses of the town's pages, ready to request; all answer 200 but the last, which is the 404."""

MISLABELLED: Final = "/rada/protokol.html"
"""A page whose header names another encoding than its bytes have: browsers show it as rubbish."""
