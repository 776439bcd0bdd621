"""Reads the settings: a file, over it the environment, over that the command line."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from a11y_proxy.mistakes import sentence
from a11y_proxy.settings import Settings, SettingsError
from a11y_proxy.several import mistakes

FILE = "a11y-proxy.toml"
_PREFIX, _NESTED = "A11Y_", "__"
_OF_A_SITE = f"{_PREFIX}SITE"


def load(path: Path | None = None, given: Mapping[str, Any] | None = None) -> Settings:
    """
    Gives the settings of a file (or of `a11y-proxy.toml` here, if there is one) and the environment.

    `given` goes over both, a table by section. Raises SettingsError.
    """
    if path is not None and not path.is_file():
        raise SettingsError(f"{path} is not a file")
    file = path or Path(FILE)
    # an empty table would take the place of several
    given = {section: values for section, values in (given or {}).items() if values}
    said = _said(file)
    count = len(said["site"]) if isinstance(said.get("site"), list) else 1
    if count > 1:
        _refuse_one_for_several(count, given, file)

    class Read(Settings, BaseSettings):
        model_config = SettingsConfigDict(
            env_prefix=_PREFIX, env_nested_delimiter=_NESTED, frozen=True, extra="forbid"
        )

        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the base class's signature
            file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return init_settings, env_settings, InitSettingsSource(settings_cls, said)

    try:
        settings = Settings(**dict(Read(**given)))
    except ValidationError as error:
        found = [
            _sentence(one["type"], one["loc"], one["input"], file, count) for one in error.errors()
        ]
    else:
        found = [f"{mistake} ({file.name})" for mistake in mistakes(settings)]
    if found:
        raise SettingsError("\n".join(found))
    return settings


def _said(file: Path) -> dict[str, Any]:
    try:
        said = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is not TOML: {error}") from error
    match said.get("site"):
        case [dict(only)]:
            # what goes over a table goes over a list of one, too
            return said | {"site": only}
    return said


def _refuse_one_for_several(count: int, given: Mapping[str, Any], file: Path) -> None:
    # it would take the place of all of them
    for name in sorted(os.environ):
        if name.upper() == _OF_A_SITE or name.upper().startswith(f"{_OF_A_SITE}{_NESTED}"):
            raise SettingsError(
                f"environment variable {name} is for one site, and {file.name} has {count}: "
                "set it in the site's own [[site]]; variables of all other tables work"
            )
    if given.get("site"):
        raise SettingsError(
            f"--origin and --demo are for one site, and {file.name} has {count}: "
            "leave the option out, or name another file with --config"
        )


def _sentence(
    kind: str, place: tuple[int | str, ...], value: object, file: Path, count: int
) -> str:
    path = [str(part) for part in place if isinstance(part, str)][:2]
    known = _NAMES
    if count > 1 and len(place) > 1 and isinstance(place[1], int) and path[0] == "site":
        entry = f"site.{place[1] + 1}"
        known = {name.replace("site.", f"{entry}.", 1): said for name, said in _NAMES.items()}
        path = [entry, *path[1:]]
    variable = _PREFIX + _NESTED.join(path).upper()
    where = f"environment variable {variable}" if variable in os.environ else file.name
    return sentence(kind, ".".join(path), value, known=known, called="a setting", where=where)


def _table(annotation: Any) -> type[BaseModel]:
    """Gives what describes a table, or each of several."""
    table: type[BaseModel] = next(iter(get_args(annotation)), annotation)
    return table


_NAMES: Mapping[str, str] = (
    dict.fromkeys(Settings.model_fields, "a table")
    | {"site": "a table [site], or one [[site]] for each of several"}
    | {
        f"{section}.{name}": field.description or "valid"
        for section, section_field in Settings.model_fields.items()
        for name, field in _table(section_field.annotation).model_fields.items()
    }
)
"""Every setting, with what completes "must be …"."""
