"""
The recipe of a site: a TOML file in which the operator says what no machine can know.

Each field's description completes the sentence "must be …". Only `app.py` and `filtering.py` know
this file; what it says goes on as fields of `core.site.Site`.
"""

from __future__ import annotations

import logging
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from a11y_proxy.core.site import Site
from a11y_proxy.mistakes import sentence
from a11y_proxy.rewrite.html.queries.chosen import is_selector
from a11y_proxy.settings import Language, SettingsError

_PATH = re.compile(r"/[^\s?#\\]+")
_LOG = logging.getLogger(__name__)


class RecipeError(SettingsError):
    """A recipe that cannot be used; the message is one line for each mistake, with the file's name."""


def _selector(text: str) -> str:
    if not is_selector(text):
        raise ValueError(text)
    return text


def _words(text: str) -> str:
    if not text.strip():
        raise ValueError(text)
    return text.strip()


def _alternative(text: str) -> str:
    return text and _words(text)


def _path(text: str) -> str:
    if not _PATH.fullmatch(text):
        raise ValueError(text)
    return text


Selector = Annotated[str, AfterValidator(_selector)]
Words = Annotated[str, AfterValidator(_words)]
Alternative = Annotated[str, AfterValidator(_alternative)]
"""A picture's words; "" says that it is decorative."""

ScriptPath = Annotated[str, AfterValidator(_path)]
Level = Annotated[int, Field(ge=1, le=6, strict=True)]


class Recipe(BaseModel):
    """What an operator knows about a site; every key may be left out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Language | None = Field(
        default=None, description="a language tag (BCP 47) such as uk, not a country such as ua"
    )
    main: Selector | None = Field(default=None, description="a CSS selector such as #content")
    removals: tuple[Selector, ...] = Field(
        default=(), description="a list of CSS selectors, each in quotes"
    )
    toggle_phrases: tuple[Words, ...] = Field(
        default=(), description="a list of the words of links, each in quotes"
    )
    scripts: tuple[ScriptPath, ...] = Field(
        default=(), description='a list of the paths of script files, such as ["/js/map.js"]'
    )
    headings: Mapping[Selector, Level] = Field(
        default_factory=dict,
        description="a table of CSS selectors, each with a level from 1 to 6",
    )
    alts: Mapping[Words, Alternative] = Field(
        default_factory=dict, description="a table of addresses of pictures, each with its words"
    )
    alts_by_selector: Mapping[Selector, Alternative] = Field(
        default_factory=dict, description="a table of CSS selectors, each with a picture's words"
    )
    abbreviations: Mapping[Words, Words] = Field(
        default_factory=dict, description="a table of abbreviations, each with what it stands for"
    )

    def applied(self, site: Site) -> Site:
        """Gives the site with all that the recipe says."""
        return replace(site, **dict(self) | {"language": self.language or site.language})


def read_recipe(path: Path) -> Recipe:
    """Gives the recipe in a file; raises RecipeError with a sentence for each mistake."""
    try:
        return Recipe(**tomllib.loads(path.read_text("utf-8")))
    except OSError as error:
        raise RecipeError(f"The recipe {path} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeError(f"{path} is not TOML: {error}") from error
    except ValidationError as error:
        lines = (
            sentence(
                one["type"], str(one["loc"][0]), one["input"],
                known=_KEYS, called="a key of a recipe", where=path.name,
            )
            for one in error.errors()
        )  # fmt: skip
        raise RecipeError("\n".join(lines)) from error


_KEYS: Mapping[str, str] = {
    name: field.description or "valid" for name, field in Recipe.model_fields.items()
}


class Kitchen:
    """
    The recipe as its file has it now.

    A file that was changed and is wrong is told of in the log, once; what it said before still holds.
    """

    def __init__(self, path: Path, site: Site) -> None:
        """Reads the file for the first time; raises RecipeError."""
        self._path = path
        self._plain = site
        self._seen = self._state()
        self.site = read_recipe(path).applied(site)

    def changed(self) -> Site | None:
        """Gives the site anew if the file has changed since it was last asked, and can be used."""
        state = self._state()
        if state == self._seen:
            return None
        self._seen = state
        try:
            self.site = read_recipe(self._path).applied(self._plain)
        except RecipeError as error:
            _LOG.warning("The recipe stays as it was before the change: %s", error)
            return None
        _LOG.info("The recipe has changed: %s", self._path)
        return self.site

    def _state(self) -> tuple[int, ...]:
        try:
            file = self._path.stat()
        except OSError:
            return ()
        return file.st_mtime_ns, file.st_size, file.st_ino
