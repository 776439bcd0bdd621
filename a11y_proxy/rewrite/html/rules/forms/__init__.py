"""Forms: fields and what they ask for."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.forms.field_group import field_group
from a11y_proxy.rewrite.html.rules.forms.form_label import form_label

FORMS: tuple[Rule, ...] = (
    form_label,
    # the words of the answers are theirs by now: what is left may be the question
    field_group,
)
