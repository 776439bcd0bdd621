"""Several communities in one file: what is read, and what is told of a mistake."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from a11y_proxy.app import make_app
from a11y_proxy.composition import plan
from a11y_proxy.core.phrases import Phrases
from a11y_proxy.loading import load
from a11y_proxy.origin.limits import Limits
from a11y_proxy.server.hosting import Plan
from a11y_proxy.settings import SettingsError
from a11y_proxy.stores.files import read_themes
from a11y_proxy.theming.theme import ThemeError

Write = Callable[[str], Path]

KOVEL = '[[site]]\norigin = "https://kovel.example"\nhosts = ["zir.kovel.example"]\n'
LUBNY = '[[site]]\norigin = "https://lubny.example"\nhosts = ["zir.lubny.example:8443"]\n'


def told(path: Path, **given: object) -> str:
    with pytest.raises(SettingsError) as caught:
        load(path, given)
    return str(caught.value)


def plans(path: Path) -> list[Plan]:
    settings, themes = load(path), read_themes()
    return [plan(settings, site, Limits(), themes, Phrases({})) for site in settings.site]


def test_each_site_has_its_own_entry(file: Write) -> None:
    settings = load(file(KOVEL + LUBNY))
    assert [site.origin for site in settings.site] == [
        "https://kovel.example",
        "https://lubny.example",
    ]
    assert [set(one.names) for one in plans(file(KOVEL + LUBNY))] == [
        {"zir.kovel.example"},
        {"zir.lubny.example:8443"},
    ]


@pytest.mark.parametrize("table", ["[site]", "[[site]]"])
def test_a_table_alone_and_a_list_of_one_are_the_same(
    file: Write, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file(f'{table}\norigin = "https://a.example"\n[server]\nhosts = ["zir.a.example"]')
    monkeypatch.setenv("A11Y_SITE__LANGUAGE", "uk")
    (site,) = load(path, {"site": {"origin": "https://b.example"}}).site
    assert (site.origin, site.language) == ("https://b.example", "uk")
    (only,) = plans(path)
    assert set(only.names) == {"zir.a.example", "127.0.0.1:8080"}


def test_hosts_of_the_only_site_may_stand_with_it_or_with_the_server(file: Write) -> None:
    path = file('[site]\norigin = "https://a.example"\nhosts = ["b"]\n[server]\nhosts = ["c"]')
    (only,) = plans(path)
    assert {"b", "c"} <= set(only.names)


def test_a_site_has_the_looks_that_it_says_and_else_those_of_all(file: Write) -> None:
    kovel, lubny = plans(
        file(f'[themes]\nscale = 200\n{KOVEL}theme = "yellow-on-black"\nscale = 125\n{LUBNY}')
    )
    assert kovel.defaults.appearance.theme == "yellow-on-black"
    assert kovel.defaults.appearance.scale == 125
    assert lubny.defaults.appearance.theme == read_themes().default
    assert lubny.defaults.appearance.scale == 200


def test_the_caches_are_shared_out_and_never_shared(file: Write) -> None:
    kovel, lubny = plans(file(f"[cache]\nreplies_mib = 4\n{KOVEL}share = 3\n{LUBNY}"))
    large, key = bytes(2 * 2**20), b"the same key"
    kovel.replies.put(key, large)
    lubny.replies.put(key, large)
    assert kovel.replies.get(key) == large
    assert lubny.replies.get(key) is None


def test_no_two_sites_sign_with_the_same_key(file: Write) -> None:
    secret = '[third_party]\nkey = "a secret of the operator"\n'
    kovel, lubny = plans(file(secret + KOVEL + LUBNY))
    alone, _ = plans(file(secret + KOVEL + LUBNY.replace("lubny", "brody")))
    assert kovel.site.host_key
    assert kovel.site.host_key != lubny.site.host_key
    assert kovel.site.host_key == alone.site.host_key


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            KOVEL + LUBNY.replace("https://lubny.example", "ftp://lubny"),
            (
                "`site.2.origin` must be an address such as https://town.example, without a path, "
                "not 'ftp://lubny' (a11y-proxy.toml)"
            ),
        ),
        (
            KOVEL.replace("origin", "orgin") + LUBNY,
            "`site.1.orgin` is not a setting; the nearest is `site.1.origin` (a11y-proxy.toml)",
        ),
        (
            KOVEL + LUBNY + "share = 0\n",
            (
                "`site.2.share` must be a positive number: with 2 a site keeps twice what one with 1 "
                "does, not 0 (a11y-proxy.toml)"
            ),
        ),
        (
            KOVEL + LUBNY + 'aliases = ["https://lubny.example/x"]\n',
            (
                "`site.2.aliases` must be a list; each is an address such as https://town.example, "
                "without a path, not 'https://lubny.example/x' (a11y-proxy.toml)"
            ),
        ),
        (
            KOVEL + '[[site]]\norigin = "https://lubny.example"\n',
            (
                "`site.2.hosts` must be set where there are several sites: a list of host names, "
                "with port if not 80 or 443 (a11y-proxy.toml)"
            ),
        ),
        (
            '[[site]]\nhosts = ["a"]\n' + LUBNY,
            (
                "`site.1.origin` must be set where there are several sites: an address such as "
                "https://town.example, without a path (a11y-proxy.toml)"
            ),
        ),
        (
            KOVEL + LUBNY.replace("zir.lubny.example:8443", "ZIR.kovel.example"),
            (
                "`zir.kovel.example` is in the hosts (at any port: browsers send cookies to all "
                "ports of a name) of `site.1` and of `site.2`; it can be of one only "
                "(a11y-proxy.toml)"
            ),
        ),
        (
            KOVEL + LUBNY.replace("zir.lubny.example:8443", "zir.kovel.example:8443"),
            (
                "`zir.kovel.example` is in the hosts (at any port: browsers send cookies to all "
                "ports of a name) of `site.1` and of `site.2`; it can be of one only "
                "(a11y-proxy.toml)"
            ),
        ),
        (
            KOVEL + LUBNY + 'aliases = ["http://kovel.example"]\n',
            (
                "`kovel.example` is in the origin or aliases of `site.1` and of `site.2`; it can be "
                "of one only (a11y-proxy.toml)"
            ),
        ),
        (
            f'[server]\nhosts = ["zir.example"]\n{KOVEL}{LUBNY}',
            (
                "`server.hosts` is for one site: where there are several, each [[site]] has its "
                "`hosts` (a11y-proxy.toml)"
            ),
        ),
        (
            "site = []",
            (
                "`site` must be a table [site], or one [[site]] for each of several, not [] "
                "(a11y-proxy.toml)"
            ),
        ),
        (
            'site = [1, { origin = "https://a.example", hosts = ["a"] }]',
            "`site.1` must be a table, not 1 (a11y-proxy.toml)",
        ),
    ],
)
def test_a_mistake_names_the_entry_in_which_it_stands(file: Write, text: str, message: str) -> None:
    assert told(file(text)) == message


@pytest.mark.parametrize("name", ["A11Y_SITE__ORIGIN", "a11y_site__language", "A11Y_SITE"])
def test_a_variable_of_one_site_does_not_take_the_place_of_several(
    file: Write, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "x")
    assert told(file(KOVEL + LUBNY)) == (
        f"environment variable {name} is for one site, and a11y-proxy.toml has 2: set it in the "
        "site's own [[site]]; variables of all other tables work"
    )


def test_variables_of_all_other_tables_work_with_several_sites(
    file: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("A11Y_CACHE__ENTRIES_MIB", "7")
    settings = load(file(KOVEL + LUBNY))
    assert (settings.cache.entries_mib, len(settings.site)) == (7, 2)


def test_a_command_line_that_says_nothing_of_sites_leaves_them(file: Write) -> None:
    settings = load(file(KOVEL + LUBNY), {"site": {}, "server": {"workers": 2}})
    assert (len(settings.site), settings.server.workers) == (2, 2)


def test_an_origin_on_the_command_line_does_not_take_the_place_of_several(file: Write) -> None:
    assert told(file(KOVEL + LUBNY), site={"origin": "https://a.example"}) == (
        "--origin and --demo are for one site, and a11y-proxy.toml has 2: leave the option out, "
        "or name another file with --config"
    )


def test_a_theme_of_one_site_that_does_not_exist_stops_the_start(file: Write) -> None:
    with pytest.raises(ThemeError, match="no-such"):
        make_app(load(file(KOVEL + LUBNY + 'theme = "no-such"\n')))
