"""Every fault that the town's README lists is there to be measured against."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import pytest
from lxml import html

from a11y_proxy.standards.wcag import CRITERIA
from a11y_proxy.town import PAGES
from a11y_proxy.town.pages import ADDRESSES, read

TOWN = files("a11y_proxy.town")
README = (TOWN / "README.md").read_text(encoding="utf-8")
LINE = re.compile(r"\| `(/[^`]*)` \| (.+?) \| (\d\.\d\.\d+) \| `(.+)` \|")


class Fault(NamedTuple):
    page: str
    what: str
    criterion: str
    seen_by: str


FAULTS = [Fault(*line) for line in LINE.findall(README)]


@cache
def _sent(path: str) -> str:
    if path in ADDRESSES:
        return read(ADDRESSES[path], "http://stepovets.example")
    return TOWN.joinpath(path.lstrip("/")).read_text(encoding="utf-8")


def test_no_line_of_the_table_is_left_unread() -> None:
    table = README.partition("| Seen by |")[2].partition("\n## ")[0]
    assert len(FAULTS) == table.count("\n| `") > 150


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.page} {fault.what}")
def test_a_listed_fault_is_in_its_page(fault: Fault) -> None:
    markup = _sent(fault.page)
    if fault.seen_by.startswith("/"):
        assert re.search(fault.seen_by[1:-1], markup)
    else:
        assert html.document_fromstring(markup).cssselect(fault.seen_by)


@pytest.mark.parametrize("criterion", sorted({fault.criterion for fault in FAULTS}))
def test_a_criterion_of_the_table_is_one_of_wcag(criterion: str) -> None:
    assert criterion in CRITERIA


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_a_fault_of_its_own(page: str) -> None:
    assert page.partition("?")[0] in {fault.page for fault in FAULTS}
