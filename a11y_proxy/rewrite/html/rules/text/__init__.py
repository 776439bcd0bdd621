"""Words that look right and sound wrong."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.text.abbreviation import abbreviation
from a11y_proxy.rewrite.html.rules.text.cut_word import cut_word
from a11y_proxy.rewrite.html.rules.text.drawn_line import drawn_line
from a11y_proxy.rewrite.html.rules.text.empty_paragraph import empty_paragraph
from a11y_proxy.rewrite.html.rules.text.lookalike_letters import lookalike_letters
from a11y_proxy.rewrite.html.rules.text.spaced_word import spaced_word

TEXT: tuple[Rule, ...] = (
    spaced_word,
    cut_word,
    # a word that was spread or cut may mix alphabets as well
    lookalike_letters,
    # its letters are those of its words by now
    abbreviation,
    drawn_line,
    empty_paragraph,
)
