"""A context whose addresses show that they were mapped, and short ways to rewrite with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from a11y_proxy.core.artifact import Marker
from a11y_proxy.rewrite.css.context import SheetContext
from a11y_proxy.rewrite.css.sheet import rewrite_sheet, rewrite_style
from tests.rewrite.css.originals import without_originals

MARK = Marker("0" * 32)


@pytest.fixture(scope="session")
def context() -> SheetContext:
    return SheetContext(map_url=lambda url: f"/mapped/{url}", mark=MARK)


@pytest.fixture(scope="session")
def sheet(context: SheetContext) -> Callable[[str], str]:
    """A sheet, rewritten, without the originals behind roles; slots show as [768px]."""

    def rewritten(text: str) -> str:
        after = without_originals(rewrite_sheet(text, context))
        return after.replace(f"a11y-slot-{MARK.digest}-width-", "[").replace("-slot", "]")

    return rewritten


@pytest.fixture(scope="session")
def style(context: SheetContext) -> Callable[[str], str]:
    """Declarations, rewritten, without the space between them, and the originals behind roles."""
    return lambda text: without_originals(rewrite_style(text, context)).replace("; ", ";").strip()
