"""Tells which of a form's fields ask the visitor for data of their own, and which data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from lxml.etree import _Element as Element

from a11y_proxy.rewrite.html.page import Page
from a11y_proxy.rewrite.html.queries.field import TYPED, kind_of_control
from a11y_proxy.rewrite.html.queries.hidden import out_of_reach
from a11y_proxy.rewrite.html.queries.name import FIELDS, name_of
from a11y_proxy.rewrite.html.queries.submit import is_search
from a11y_proxy.rewrite.html.queries.text import text_of
from a11y_proxy.standards.autofill import KINDS, LABELS, NAMES

_BY_LABEL = {words: purpose for purpose, labels in LABELS.items() for words in labels}
_BY_NAME = {name: purpose for purpose, names in NAMES.items() for name in names}
_ASKING = frozenset().union(*KINDS.values())
_BY_KIND = {"email": "email", "tel": "tel"}

_ASIDE = re.compile(r"\([^)]*\)")
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ`"), "'")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_POLITE = frozenset({
    "заявника", "заявителя", "ваш", "ваша", "ваше", "ваші", "вкажіть", "введіть", "введите", "укажите", "your", "enter",
})  # fmt: skip
_KIN = (
    {"name", "family-name", "given-name", "additional-name"},
    {"street-address", "address-line1"},
)
"""Where a field's `name` is less exact than its label."""

_SIGNS = re.compile(r"[\W_]+")
_OF_ANOTHER = re.compile(
    r"дитин|ребенк|ребёнк|child|друг[уаові]|друже|friend|одержувач|отримувач|получател|recipient"
    r"|депутат|керівник|руководител|порушник|нарушител|учн[яі]|студент|пацієнт|пациент",
    re.IGNORECASE,
)
_SHORTEST_NUMBER = 7


def own_data(form: Element, page: Page) -> Mapping[Element, str]:
    """
    Gives the autofill token of each field that is plainly about the visitor.

    A form is about them that is sent, not asked (POST), and wants several of these data, or one and a
    letter, or nothing else. Of two fields for the same, one is about somebody else.
    """
    if (form.get("method") or "").strip().lower() != "post" or _is_off(form):
        return {}
    asked = {field: purpose for field in form.iter(*FIELDS) if (purpose := _purpose(field, page))}
    if not asked or is_search(form) or _OF_ANOTHER.search(text_of(form)):
        return {}
    times = Counter(asked.values())
    if len(times) == 1 and not _asks_little(form, page):
        return {}
    named = "given-name" if "family-name" in times else "name"
    return {
        field: named if purpose == "given-name" else purpose
        for field, purpose in asked.items()
        if times[purpose] == 1
        and field.get("autocomplete") is None
        and kind_of_control(field) in KINDS[purpose]
    }


def _purpose(field: Element, page: Page) -> str:
    """Gives what the label asks for; without a known label, what kind and name both say."""
    kind = kind_of_control(field)
    if kind not in _ASKING:
        return ""
    by_kind = _BY_KIND.get(kind, "")
    by_name = _BY_NAME.get(_SIGNS.sub("", (field.get("name") or "").lower()), "")
    found = _BY_LABEL.get(_asked(name_of(field, page))) or (by_kind if by_kind == by_name else "")
    if not found or (by_kind and by_kind != found) or _is_part(field, found):
        return ""
    kin = by_name in {"", found} or any({by_name, found} <= purposes for purposes in _KIN)
    return found if kin and not out_of_reach(field, page) else ""


def _is_off(form: Element) -> bool:
    return (form.get("autocomplete") or "").strip().lower() == "off"


def _asked(label: str) -> str:
    plain = _ASIDE.sub(" ", label.lower()).translate(_APOSTROPHES)
    return " ".join(word for word in _WORD.findall(plain) if word not in _POLITE)


def _is_part(field: Element, purpose: str) -> bool:
    """Says whether a whole telephone number would not go into the field."""
    longest = field.get("maxlength") or ""
    return purpose == "tel" and longest.isdecimal() and int(longest) < _SHORTEST_NUMBER


def _asks_little(form: Element, page: Page) -> bool:
    kinds = [kind_of_control(each) for each in form.iter(*FIELDS) if not out_of_reach(each, page)]
    return "textarea" in kinds or sum(kind in TYPED for kind in kinds) == 1
