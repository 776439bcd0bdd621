"""Every phrase of ours, in every language, with the same holes in it."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import a11y_proxy
from a11y_proxy.origin import errors as origin_errors
from a11y_proxy.rewrite.html.rules import RULES
from a11y_proxy.server import errors as server_errors
from a11y_proxy.server import preferences, transcript, upload
from a11y_proxy.server.views.choices import LABELS
from a11y_proxy.service import fallback
from a11y_proxy.standards.wcag import CRITERIA
from a11y_proxy.stores.files import read_phrases

PACKAGE = Path(a11y_proxy.__file__).parent
PHRASES = read_phrases()
_IN_TEMPLATES = re.compile(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"')
_SENTENCE = re.compile(r"\(?[A-Z][\w']*:?(?: [\w{}',;.:]+){2,}\)?$|[A-Z]\w+:? \{\w+\}$")
_SAYING = {"say", "said", "_"}


def _in_python(path: Path) -> set[str]:
    """What is said with a literal, or with one of two."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and _called(node.func) in _SAYING:
            for argument in node.args:
                options = (
                    (argument.body, argument.orelse)
                    if isinstance(argument, ast.IfExp)
                    else (argument,)
                )
                found |= {each.value for each in options if isinstance(each, ast.Constant)}
    return found


def _called(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def _in_rules() -> set[str]:
    """Every sentence in the rules: what they write into a page, and why they did something."""
    found: set[str] = set()
    for place in ("rules", "queries"):
        for path in (PACKAGE / "rewrite" / "html" / place).rglob("*.py"):
            tree = ast.parse(path.read_text("utf-8"))
            # docstrings are prose, not phrases
            prose = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
            words = (each for each in ast.walk(tree) if isinstance(each, ast.Constant))
            found |= {
                each.value
                for each in words
                if isinstance(each.value, str)
                and id(each) not in prose
                and _SENTENCE.match(each.value)
            }
    return found


def _in_tables() -> set[str]:
    words = {"Colours", "Text size", "Language of these settings"}
    words |= {preferences.WRONG_SCALE, preferences.WRONG_CHOICE}
    for legend, labels in LABELS.values():
        words |= {legend, *labels.values()}
    words |= {fallback.CANNOT_REWRITE, fallback.EARLIER_COPY, fallback.INCOMPLETE}
    words |= {server_errors.BAD_ADDRESS, server_errors.FORGED, server_errors.OUR_FAULT}
    words |= {server_errors.OTHER_TITLE, transcript.NO_CAPTIONS}
    words |= set(server_errors.TITLES.values())
    words |= {CRITERIA[rule.criterion][0] for rule in RULES}
    errors = (*vars(origin_errors).values(), *vars(upload).values())
    kinds = (getattr(each, "phrase", None) for each in errors)
    return words | {phrase for phrase in kinds if isinstance(phrase, str) and phrase}


def _used() -> list[str]:
    used = _in_tables() | _in_rules()
    for path in (PACKAGE / "server" / "templates").glob("*.html"):
        used |= set(_IN_TEMPLATES.findall(path.read_text("utf-8")))
    for path in PACKAGE.rglob("*.py"):
        used |= _in_python(path)
    return sorted(used)


USED = _used()


def test_phrases_are_found_where_they_are_used():
    assert {"Ordinary version", "Hide pictures", "Picture: {text}", "Pictures"} <= set(USED)


@pytest.mark.parametrize("language", ["uk", "en"])
@pytest.mark.parametrize("phrase", USED)
def test_every_phrase_is_in_every_catalogue(phrase, language):
    assert PHRASES.tables[language].get(phrase), f"{language} has no words for {phrase!r}"


@pytest.mark.parametrize("language", PHRASES.languages)
def test_a_translation_has_the_same_holes(language):
    def holes(text: str) -> list[str]:
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)

    different = {
        phrase
        for phrase, words in PHRASES.tables[language].items()
        if holes(phrase) != holes(words)
    }
    assert not different


def test_the_english_catalogue_says_what_the_code_says():
    assert all(phrase == words for phrase, words in PHRASES.tables["en"].items())


def test_ukrainian_is_ukrainian():
    latin = re.compile(r"[a-z]{4,}", re.IGNORECASE)
    allowed = re.compile(r"\{\w+\}|cookie|WCAG|aria-[a-z]+|<[^>]+>|PDF|https?")
    untranslated = {
        words for words in PHRASES.tables["uk"].values() if latin.search(allowed.sub("", words))
    }
    assert not untranslated
    # letters of Russian that Ukrainian does not have
    assert not [words for words in PHRASES.tables["uk"].values() if re.search("[ыэъё]", words)]


def test_a_broken_catalogue_is_named(tmp_path):
    place = tmp_path / "uk" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "a11y_proxy.po").write_text("not a catalogue\n", "utf-8")
    with pytest.raises(ValueError, match=r"a11y_proxy\.po is not a gettext catalogue"):
        read_phrases(tmp_path)
