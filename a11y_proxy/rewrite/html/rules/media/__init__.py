"""Sound, film and frames."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.media.captions_default import captions_default
from a11y_proxy.rewrite.html.rules.media.embed_captions import embed_captions
from a11y_proxy.rewrite.html.rules.media.frame_title import frame_title
from a11y_proxy.rewrite.html.rules.media.media_controls import media_controls
from a11y_proxy.rewrite.html.rules.media.media_notice import media_notice
from a11y_proxy.rewrite.html.rules.media.no_autoplay import no_autoplay
from a11y_proxy.rewrite.html.rules.media.transcript import transcript

MEDIA: tuple[Rule, ...] = (
    no_autoplay,
    media_controls,
    captions_default,
    embed_captions,
    # what is told of a film that has its controls by now
    media_notice,
    transcript,
    frame_title,
)
