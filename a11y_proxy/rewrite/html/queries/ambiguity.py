"""Says which words name nothing without what stands around them."""

from __future__ import annotations

AMBIGUOUS = frozenset({
    # Ukrainian
    "більше", "відкрити", "далі", "дивитися", "дізнатися більше", "докладніше", "деталі",
    "детальніше", "завантажити", "за посиланням", "за цим посиланням", "ось тут", "перейти",
    "переглянути", "посилання", "подробиці", "скачати", "сюди", "тут", "цим посиланням",
    "читати", "читати більше", "читати далі", "читати повністю", "читати докладніше",
    "читати детальніше", "показати більше",
    # any: the type of a file
    "doc", "docx", "mp3", "pdf", "rar", "rtf", "xls", "xlsx", "zip",
    # Russian
    "больше", "далее", "детали", "здесь", "открыть", "по ссылке", "по этой ссылке",
    "подробнее", "подробности", "посмотреть", "скачать", "смотреть", "ссылка", "узнать больше",
    "читать", "читать далее", "читать дальше", "читать полностью", "читать подробнее",
    # English
    "click", "click here", "continue", "continue reading", "details", "download", "full story",
    "go", "here", "learn more", "link", "more", "more details", "more info", "open", "read",
    "read full story", "read more", "see more", "this", "this link", "view", "view details", "view more",
})  # fmt: skip
"""The whole text of links that lists repeat: "more", "here"; lower case, without signs around."""

LONGEST = max(map(len, AMBIGUOUS))

_SIGNS = " \t\n\r\u00a0.…,:;!-–—·•<>«»‹›→⟶➜➔▸►()[]"


def is_ambiguous(words: str) -> bool:
    """Says whether words alone, or a sign such as ">", tell nobody what they are about; none are not."""
    bare = plain(words)
    return bare in AMBIGUOUS if bare else bool(words) and not words.isspace()


def plain(words: str) -> str:
    """Gives words as they stand in the table."""
    return words.strip(_SIGNS).lower()
