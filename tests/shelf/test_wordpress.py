"""WordPress comes up with a town in it, and leaves nothing on the machine."""

from __future__ import annotations

from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.shelf.wordpress.site import THEMES, installed, running

pytestmark = [
    pytest.mark.shelf,
    pytest.mark.skipif(not installed(), reason="Needs Debian's WordPress:  tools/shelf wordpress"),
]


def test_wordpress_shows_the_town_in_each_theme_and_leaves_nothing_behind() -> None:
    with running() as wordpress:
        folder = wordpress.folders[-1]
        for theme in THEMES:
            text = urlopen(f"{wordpress.origin}/{theme}/news-2/").read().decode()
            assert f"/{theme}/wp-includes/" in text
            assert "Сесія ради розглянула сорок два питання" in text
            assert "Дякую за новину!" in text
        assert folder.exists()
    assert not folder.exists()
    with pytest.raises(URLError, match="refused"):
        urlopen(wordpress.origin)
