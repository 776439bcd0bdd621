from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from a11y_proxy.app import address_of, make_app, with_key
from a11y_proxy.composition import site_of
from a11y_proxy.loading import load
from a11y_proxy.settings import SettingsError
from a11y_proxy.theming.theme import ThemeError

Write = Callable[[str], Path]


def test_a_file_is_read_and_everything_else_has_a_default(file: Write) -> None:
    settings = load(file('[site]\norigin = "https://Town.example/"\n[cache]\nentries_mib = 8\n'))
    assert settings.site[0].origin == "https://town.example"
    assert settings.cache.entries_mib == 8
    assert address_of(settings) == ("127.0.0.1", 8080)


def test_the_environment_goes_over_the_file_and_the_command_over_both(
    file: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file('[cache]\nentries_mib = 8\n[server]\nlisten = "127.0.0.1:1"\nworkers = 3\n')
    monkeypatch.setenv("A11Y_CACHE__ENTRIES_MIB", "64")
    monkeypatch.setenv("A11Y_SERVER__LISTEN", "127.0.0.1:2")
    settings = load(path, {"server": {"listen": "127.0.0.1:3"}})
    assert settings.cache.entries_mib == 64
    assert settings.server.listen == "127.0.0.1:3"
    assert settings.server.workers == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[cache]\nentries_mib = "lots"',
            "`cache.entries_mib` must be a positive whole number, not 'lots' (a11y-proxy.toml)",
        ),
        (
            "[cache]\nentries_mib = 0",
            "`cache.entries_mib` must be a positive whole number, not 0 (a11y-proxy.toml)",
        ),
        (
            "[cache]\nentres_mib = 8",
            "`cache.entres_mib` is not a setting; the nearest is `cache.entries_mib` (a11y-proxy.toml)",
        ),
        (
            '[site]\nno_transform = "no"',
            '`site.no_transform` must be "respect" or "override", not \'no\' (a11y-proxy.toml)',
        ),
        (
            '[site]\ncredentials = "yes"',
            '`site.credentials` must be "original" or "proxy", not \'yes\' (a11y-proxy.toml)',
        ),
        ("[sever]\nx = 1", "`sever` is not a setting; the nearest is `server` (a11y-proxy.toml)"),
        (
            '[site]\norigin = "ftp://town.example"',
            (
                "`site.origin` must be an address such as https://town.example, without a path, "
                "not 'ftp://town.example' (a11y-proxy.toml)"
            ),
        ),
        (
            '[server]\nlisten = "8080"',
            "`server.listen` must be HOST:PORT, such as 127.0.0.1:8080, not '8080' (a11y-proxy.toml)",
        ),
        (
            '[site]\nlanguage = "Українська"',
            (
                "`site.language` must be a language tag (BCP 47) such as uk, not a country such as "
                "ua, not 'Українська' (a11y-proxy.toml)"
            ),
        ),
        (
            "site = 1",
            "`site` must be a table [site], or one [[site]] for each of several, not 1 (a11y-proxy.toml)",
        ),
    ],
)
def test_a_mistake_is_told_so_that_a_person_can_mend_it(
    file: Write, text: str, message: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load(file(text))
    assert str(caught.value) == message


def test_every_mistake_has_its_own_line(file: Write) -> None:
    with pytest.raises(SettingsError) as caught:
        load(file('[cache]\nentries_mib = "a"\nreplies_mib = "b"\n'))
    assert len(str(caught.value).splitlines()) == 2


def test_a_mistake_in_the_environment_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A11Y_CACHE__ENTRIES_MIB", "lots")
    with pytest.raises(SettingsError, match="environment variable A11Y_CACHE__ENTRIES_MIB"):
        load()


def test_a_file_that_is_not_toml_is_named_with_the_line(file: Write) -> None:
    with pytest.raises(SettingsError, match=r"a11y-proxy\.toml is not TOML: .*line 2"):
        load(file("[cache]\nx = \n"))


def test_a_file_that_was_asked_for_and_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="is not a file"):
        load(tmp_path / "none.toml")


def test_settings_do_not_change_once_read(file: Write) -> None:
    with pytest.raises(ValidationError):
        load(file("")).cache.entries_mib = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    "origin",
    [
        "https://town.example/path",
        "https://u:p@town.example",
        "town.example",
        "https://a?x",
        "https://a#x",
        "https://",
        "https://a:0",
        "https://a:99999",
        "https://[a",
        "https://a b",
        "https://a\\\\b",
        "javascript://a",
    ],
)
def test_an_origin_is_scheme_host_and_port_alone(file: Write, origin: str) -> None:
    with pytest.raises(SettingsError, match=r"site\.origin"):
        load(file(f'[site]\norigin = "{origin}"'))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("HTTPS://Town.Example/", "https://town.example"),
        ("https://town.example:443", "https://town.example"),
        ("http://town.example:8080", "http://town.example:8080"),
        ("https://каховка.укр", "https://xn--80aaf4acw2c.xn--j1amh"),
        ("http://[::1]:81", "http://[::1]:81"),
    ],
)
def test_an_origin_is_kept_as_it_goes_over_the_network(
    file: Write, written: str, meant: str
) -> None:
    settings = load(file(f'[site]\norigin = "{written}"\naliases = ["{written}"]'))
    assert (settings.site[0].origin, settings.site[0].aliases) == (meant, (meant,))


def test_a_host_in_letters_is_the_one_that_browsers_ask_for(file: Write) -> None:
    settings = load(file('[server]\nhosts = ["зір.каховка.укр:8443", "Zir.Example"]'))
    assert settings.server.hosts == ("xn--g1as9d.xn--80aaf4acw2c.xn--j1amh:8443", "zir.example")


@pytest.mark.parametrize("host", ["https://town.example", "town.example/x", "u@town.example", ""])
def test_a_host_is_a_name_alone(file: Write, host: str) -> None:
    with pytest.raises(SettingsError, match=r"server\.hosts"):
        load(file(f'[server]\nhosts = ["{host}"]'))


def test_a_site_without_an_origin_says_how_to_give_one() -> None:
    with pytest.raises(SettingsError, match="--origin URL"):
        site_of(load().site[0])


def test_a_theme_that_does_not_exist_stops_the_start(file: Write) -> None:
    path = file('[site]\norigin = "http://t.example"\n[themes]\ndefault = "no-such"')
    with pytest.raises(ThemeError, match="no-such"):
        make_app(load(path))


def test_a_theme_file_with_a_slip_stops_the_start_and_is_named(file: Write, tmp_path: Path) -> None:
    broken = tmp_path / "themes" / "mine"
    broken.mkdir(parents=True)
    (broken / "theme.toml").write_text("[theme\n", "utf-8")
    path = file(f'[site]\norigin = "http://t.example"\n[themes]\nfolder = "{tmp_path / "themes"}"')
    with pytest.raises(ThemeError, match="mine"):
        make_app(load(path))


def test_the_key_of_addresses_is_made_once_and_kept_where_there_is_a_place_for_it(
    tmp_path: Path,
) -> None:
    def key(**cache: Path) -> str:
        made = with_key(load(given={"cache": cache})).third_party.key
        return made.get_secret_value() if made else ""

    assert len(key()) >= 32
    assert key() != key()
    folder = tmp_path / "cache"
    assert key(folder=folder) == key(folder=folder)
    (kept,) = folder.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_key_that_was_set_is_the_key_and_is_not_shown(file: Write) -> None:
    settings = load(file('[third_party]\nkey = "the operator\'s own secret"\n'))
    assert with_key(settings) == settings
    assert "own secret" not in repr(settings)


def test_where_sheets_of_others_stay_there_is_no_key(file: Write) -> None:
    settings = load(file("[third_party]\nsheets = false\n"))
    assert with_key(settings).third_party.key is None


@pytest.mark.parametrize("wrong", ['["10.0.0.300"]', '["10.0.0.1/8"]', '["nginx"]', '"all"'])
def test_who_is_trusted_is_said_by_addresses(file: Write, wrong: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(file(f"[server]\ntrusted = {wrong}"))
    assert (
        "`server.trusted` must be a list of addresses or networks, such as 10.0.0.0/8, not"
        in str(raised.value)
    )
