"""Pages of somebody else come to no harm: nothing is lost, and no engine finds more than before."""

from __future__ import annotations

import re
import urllib.request
from collections import Counter
from typing import Any

import pytest
from playwright.sync_api import Page

from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from tests.e2e.conftest import look
from tests.engines.engines import SCRIPTS, is_no_fault, judge
from tests.engines.engines import fetched as engines_fetched
from tests.shelf.shelf import SAMPLE, SHELF, Shelved

__all__ = ["look"]

KINDS = ("words", "links", "forms", "controls", "hints")
PAGES = [
    pytest.param(page, id=page.address, marks=() if page.slug in SAMPLE else pytest.mark.shelf)
    for page in SHELF
]

TOLD_TOGETHER = {("axe", "region")}
"""What stands outside landmarks is told in pieces: a landmark more parts them, and makes more of them."""

A_HANDFUL = 50
"""Elements for each repair: these pages hold every component, which is many pages in one."""

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("shelved", PAGES)
def test_no_engine_finds_more_on_a_page_of_somebody_else(
    shelved: Shelved, shelf_original: Any, shelf_visitor: Any, figures: list[str]
) -> None:
    if not engines_fetched():
        pytest.skip("The engines are not here. Fetch them:  tools/shelf sample")
    before = found(shelf_original(), shelved)
    after = found(shelf_visitor("scale=100"), shelved)
    figures.append(f"engines {shelved.address}: {before.total()} before, {after.total()} after")
    assert after - before == Counter()


def found(page: Page, shelved: Shelved) -> Counter[str]:
    page.goto(shelved.address)
    named = (one for engine in SCRIPTS for one in judge(page, engine))
    rules = Counter((one.engine, one.rule) for one in named if not is_no_fault(one))
    page.context.close()
    return Counter(
        {rule: min(count, 1) if rule in TOLD_TOGETHER else count for rule, count in rules.items()}
    )


@pytest.mark.parametrize("shelved", PAGES)
def test_nothing_of_a_page_of_somebody_else_is_lost(
    shelved: Shelved, shelf_original: Any, shelf_visitor: Any, look: Any, figures: list[str]
) -> None:
    theirs, ours = (
        held(visit(scripts=False), shelved, look) for visit in (shelf_original, shelf_visitor)
    )
    lost = {kind: theirs[kind] - ours[kind] for kind in KINDS}
    whole = ", ".join(f"{theirs[kind].total()} {kind}" for kind in KINDS)
    figures.append(f"kept {shelved.address}: {whole}")
    assert not any(lost.values()), lost


def held(page: Page, shelved: Shelved, look: Any) -> dict[str, Counter[str]]:
    page.goto(shelved.address)
    (parts,) = look(page, "content")
    page.context.close()
    return {kind: Counter(one for one in parts[kind] if not one.endswith(": ")) for kind in KINDS}


@pytest.mark.shelf
@pytest.mark.parametrize("address", ["/govuk/", "/govuk/forms", "/uswds/", "/bootstrap-5/"])
def test_components_made_well_get_a_handful_of_repairs(
    address: str, shelf_origin: str, figures: list[str]
) -> None:
    with urllib.request.urlopen(shelf_origin + address) as reply:
        source = Source(shelf_origin + address, "text/html", reply.read())
    # the examples ask for passwords, and to hand them over is no repair of theirs
    site = Site(shelf_origin, credentials="proxy")
    artifact = transform(source, Rendition(), site, Phrases({}), strict=True)
    repairs = [repair for repair in artifact.repairs if not repair.flagged]
    elements = len(re.findall(rb"<[a-z]", source.body))
    figures.append(f"repairs {address}: {len(repairs)} of {elements} elements")
    assert len(repairs) <= elements / A_HANDFUL, "\n".join(map(str, repairs))
