"""Pictures and their alternative texts."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.pictures.area_alt import area_alt
from a11y_proxy.rewrite.html.rules.pictures.captcha_alt import captcha_alt
from a11y_proxy.rewrite.html.rules.pictures.decorative_picture import decorative_picture
from a11y_proxy.rewrite.html.rules.pictures.figure_role import figure_role
from a11y_proxy.rewrite.html.rules.pictures.icon_letter import icon_letter
from a11y_proxy.rewrite.html.rules.pictures.image_alt import image_alt
from a11y_proxy.rewrite.html.rules.pictures.image_button_alt import image_button_alt
from a11y_proxy.rewrite.html.rules.pictures.image_place import image_place
from a11y_proxy.rewrite.html.rules.pictures.object_alt import object_alt
from a11y_proxy.rewrite.html.rules.pictures.repeated_alt import repeated_alt
from a11y_proxy.rewrite.html.rules.pictures.silent_icon import silent_icon
from a11y_proxy.rewrite.html.rules.pictures.text_picture import text_picture
from a11y_proxy.rewrite.html.rules.pictures.twin_link import twin_link

PICTURES: tuple[Rule, ...] = (
    # what is silent beside its words, or only takes room, needs none of its own
    twin_link,
    decorative_picture,
    repeated_alt,
    # what a caption is tied to tells how its words are said
    figure_role,
    # words before places
    image_alt,
    captcha_alt,
    image_place,
    image_button_alt,
    area_alt,
    object_alt,
    silent_icon,
    # whole elements before letters of them
    icon_letter,
    # by the words that the pictures have now
    text_picture,
)
