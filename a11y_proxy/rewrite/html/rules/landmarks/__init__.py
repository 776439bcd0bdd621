"""Landmarks, and the ways to skip to them."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.landmarks.main_landmark import main_landmark
from a11y_proxy.rewrite.html.rules.landmarks.skip_link import skip_link

LANDMARKS: tuple[Rule, ...] = (
    main_landmark,
    skip_link,
)
