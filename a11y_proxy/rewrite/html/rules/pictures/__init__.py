"""Pictures and their alternative texts."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.pictures.image_alt import image_alt

PICTURES: tuple[Rule, ...] = (image_alt,)
