from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_proxy.core import fingerprint
from a11y_proxy.core.fingerprint import (
    coded_key,
    entry_key,
    hosted_key,
    known_key,
    reply_key,
    site_key,
)
from a11y_proxy.core.known import Known
from a11y_proxy.core.preferences import Rendition
from a11y_proxy.core.site import Site
from a11y_proxy.core.source import Source

SOURCE = Source("http://town.example/", "text/html", b"<p>x", "utf-8", "uk")
SITE = Site("http://town.example", ("http://www.town.example",), "main", {"/a.png": "Герб"})
RENDITION = Rendition()
NOTHING = Known()


def artifact_key(
    source: Source, rendition: Rendition, site: Site, engine: str, known: Known = NOTHING
) -> bytes:
    return fingerprint.artifact_key(source, rendition, site_key(site), known_key(known), engine)


texts = st.text(max_size=8)
maybe = st.none() | texts
sources = st.builds(Source, texts, texts, st.binary(max_size=8), maybe, maybe, st.booleans())
renditions = st.builds(Rendition, st.sampled_from(["on", "off"]), st.sampled_from(["site", "text"]))
sites = st.builds(
    Site,
    texts,
    st.tuples() | st.tuples(texts),
    maybe,
    st.dictionaries(texts, texts, max_size=2),
    maybe,
    st.none() | st.binary(max_size=2),
    st.dictionaries(texts, texts, max_size=2),
    st.dictionaries(texts, st.integers(1, 6), max_size=2),
    st.tuples() | st.tuples(texts),
    st.dictionaries(texts, texts, max_size=2),
    st.tuples() | st.tuples(texts, texts),
)
lessons = st.builds(
    Known,
    st.frozensets(st.integers(0, 9), max_size=3),
    st.dictionaries(texts, texts, max_size=2),
)
inputs = st.tuples(sources, renditions, sites, texts, lessons)


@given(inputs, inputs)
def test_two_inputs_share_a_key_only_when_they_are_equal(one: tuple, other: tuple) -> None:
    assert (artifact_key(*one) == artifact_key(*other)) == (one == other)


@pytest.mark.parametrize(
    "changed",
    [
        (replace(SOURCE, url="http://town.example/a"), RENDITION, SITE, "1"),
        (replace(SOURCE, body=b"<p>y"), RENDITION, SITE, "1"),
        (replace(SOURCE, media_type="text/css"), RENDITION, SITE, "1"),
        (replace(SOURCE, charset=None), RENDITION, SITE, "1"),
        (replace(SOURCE, charset="None"), RENDITION, SITE, "1"),
        (replace(SOURCE, language="en"), RENDITION, SITE, "1"),
        (replace(SOURCE, fragment=True), RENDITION, SITE, "1"),
        (replace(SOURCE, xml=True), RENDITION, SITE, "1"),
        (SOURCE, Rendition(images="off"), SITE, "1"),
        (SOURCE, Rendition(layout="text"), SITE, "1"),
        (SOURCE, RENDITION, replace(SITE, origin="http://other.example"), "1"),
        (SOURCE, RENDITION, replace(SITE, aliases=()), "1"),
        (SOURCE, RENDITION, replace(SITE, main="#content"), "1"),
        (SOURCE, RENDITION, replace(SITE, alts={"/a.png": "Прапор"}), "1"),
        (SOURCE, RENDITION, replace(SITE, language="uk"), "1"),
        (SOURCE, RENDITION, replace(SITE, host_key=b"one"), "1"),
        (SOURCE, RENDITION, replace(SITE, alts_by_selector={".coat": "Герб"}), "1"),
        (SOURCE, RENDITION, replace(SITE, headings={".title": 2}), "1"),
        (SOURCE, RENDITION, replace(SITE, removals=(".advert",)), "1"),
        (SOURCE, RENDITION, replace(SITE, abbreviations={"ЦНАП": "Центр"}), "1"),
        (SOURCE, RENDITION, replace(SITE, toggle_phrases=("eye",)), "1"),
        (SOURCE, RENDITION, replace(SITE, scripts=("/a.js",)), "1"),
        (SOURCE, RENDITION, SITE, "2"),
        (SOURCE, RENDITION, SITE, "1", Known(blocks=frozenset({1}))),
        (SOURCE, RENDITION, SITE, "1", Known(alts={"/a.png": "Герб"})),
    ],
)
def test_changing_any_one_input_changes_the_key(changed: tuple) -> None:
    assert artifact_key(*changed) != artifact_key(SOURCE, RENDITION, SITE, "1")


@given(st.lists(st.binary(max_size=4), max_size=4), st.lists(st.binary(max_size=4), max_size=4))
def test_what_was_filled_in_is_in_the_key_of_a_reply(one: list[bytes], other: list[bytes]) -> None:
    keys = reply_key(b"k", tuple(one)), reply_key(b"k", tuple(other))
    assert (keys[0] == keys[1]) == (one == other)


def test_kinds_of_keys_never_meet() -> None:
    keys = {
        entry_key("a", "b"),
        hosted_key("a"),
        hosted_key("b"),
        reply_key(b"a", (b"b",)),
        coded_key(b"a", "b"),
    }
    assert len(keys) == 5


def test_addresses_that_a_browser_tells_apart_have_keys_of_their_own() -> None:
    paths = ["/a", "/a/", "/a?", "/%61", "/A", "/a%2Fb", "/a/b", "/a;b", "/a?x", "/a?x="]
    assert len({entry_key(f"http://town.example{path}", "") for path in paths}) == len(paths)
