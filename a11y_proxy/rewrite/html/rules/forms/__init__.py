"""Forms: fields and what they ask for."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.forms.autofill import autofill
from a11y_proxy.rewrite.html.rules.forms.credential_form import credential_form
from a11y_proxy.rewrite.html.rules.forms.field_error import field_error
from a11y_proxy.rewrite.html.rules.forms.field_group import field_group
from a11y_proxy.rewrite.html.rules.forms.field_hint import field_hint
from a11y_proxy.rewrite.html.rules.forms.form_label import form_label
from a11y_proxy.rewrite.html.rules.forms.required_field import required_field

FORMS: tuple[Rule, ...] = (
    form_label,
    # the words of the answers are theirs by now: what is left may be the question
    field_group,
    # the star stands in the field's name, which it has by now
    required_field,
    # what is wrong is heard before how it is done right
    field_hint,
    field_error,
    autofill,
    # a field that is shut has its name by now
    credential_form,
)
