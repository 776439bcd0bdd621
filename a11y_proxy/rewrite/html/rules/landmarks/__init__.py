"""Landmarks, and the ways to skip to them."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.landmarks.banner_landmark import banner_landmark
from a11y_proxy.rewrite.html.rules.landmarks.complementary_landmark import complementary_landmark
from a11y_proxy.rewrite.html.rules.landmarks.contentinfo_landmark import contentinfo_landmark
from a11y_proxy.rewrite.html.rules.landmarks.loose_content import loose_content
from a11y_proxy.rewrite.html.rules.landmarks.main_landmark import main_landmark
from a11y_proxy.rewrite.html.rules.landmarks.navigation_landmark import navigation_landmark
from a11y_proxy.rewrite.html.rules.landmarks.search_landmark import search_landmark
from a11y_proxy.rewrite.html.rules.landmarks.skip_link import skip_link

LANDMARKS: tuple[Rule, ...] = (
    # what is content is none of the others
    main_landmark,
    # these are at the top, and hold menus and the search
    banner_landmark,
    contentinfo_landmark,
    complementary_landmark,
    search_landmark,
    navigation_landmark,
    # these have been found by now: one leads to them, one tells what none of them holds
    skip_link,
    loose_content,
)
