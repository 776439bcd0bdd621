"""What is well made is left as it is: no engine finds more in ours, and next to nothing was done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from a11y_proxy.core.phrases import Phrases
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source
from a11y_proxy.rewrite import transform
from tests.engines.engines import SCRIPTS, judge
from tests.serving import Visitor, serving, visitors
from tests.shelf.look import folder_served

FOLDER = Path(__file__).parents[1] / "twins"
TWINS = sorted(FOLDER.glob("*.html"))
HANDFUL = 2
"""Repairs of a page that has no fault: a region in which its table may scroll, a sign on a link."""


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.stem)
def test_a_page_of_the_town_made_well_gets_next_to_no_repair(twin: Path) -> None:
    source = Source(f"http://town.example/{twin.stem}", "text/html", twin.read_bytes())
    artifact = transform(source, Rendition(), Site("http://town.example"), Phrases({}), strict=True)
    assert [repair for repair in artifact.repairs if repair.flagged] == []
    assert len(artifact.repairs) <= HANDFUL, "\n".join(map(str, artifact.repairs))


@pytest.fixture(scope="module")
def twins() -> Iterator[str]:
    """The origin of the well-made pages."""
    with folder_served(FOLDER) as origin:
        yield origin


@pytest.fixture(scope="module")
def well_kept(chromium: Browser, twins: str) -> Iterator[Visitor]:
    """Gives a visitor's page at a proxy of the well-made pages."""
    command = ("serve", "--origin", twins)
    with (
        serving("a11y_proxy", *command, ready="/_a11y/health") as proxy,
        visitors(chromium, proxy) as visit,
    ):
        yield visit


@pytest.mark.browser
@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.stem)
def test_no_engine_finds_a_fault_in_a_page_made_well_before_or_after(
    twin: Path, chromium: Browser, twins: str, well_kept: Visitor
) -> None:
    with visitors(chromium, twins) as visit:
        for page in (visit(), well_kept()):
            page.goto(f"/{twin.name}")
            found = [one for engine in SCRIPTS for one in judge(page, engine)]
            assert found == []
