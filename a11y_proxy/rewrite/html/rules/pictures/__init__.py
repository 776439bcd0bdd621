"""Pictures and their alternative texts."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.pictures.image_alt import image_alt
from a11y_proxy.rewrite.html.rules.pictures.twin_link import twin_link

PICTURES: tuple[Rule, ...] = (
    # what is silent beside its words needs none of its own
    twin_link,
    image_alt,
)
