"""
What a screen reader would say of an open page, from the accessibility tree that Chromium makes of it.

The words for roles are Ukrainian, as a listener of the town hears them. What has no name is spoken
of by the end of its address, which is what voices do in their need.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import CDPSession, Page

Node = Mapping[str, Any]

LANDMARKS: Final = {
    "banner": "шапка сайту",
    "navigation": "навігація",
    "main": "основний вміст",
    "complementary": "додатковий вміст",
    "contentinfo": "відомості про сайт",
    "search": "пошук",
    "region": "область",
    "form": "форма",
}
FIELDS: Final = {
    "textbox": "поле",
    "searchbox": "поле пошуку",
    "spinbutton": "поле числа",
    "combobox": "список вибору",
    "listbox": "список вибору",
    "checkbox": "прапорець",
    "radio": "перемикач",
    "slider": "повзунок",
    "Date": "поле дати",
}
SPOKEN: Final = FIELDS | {
    "link": "посилання",
    "button": "кнопка",
    "heading": "заголовок",
    "image": "зображення",
    "Iframe": "рамка",
    "Video": "відео",
    "Audio": "аудіо",
}
NEEDS_NAME: Final = FIELDS.keys() | {"link", "button", "image"}
ALOUD_WHEN_NAMED: Final = frozenset({"form", "region"})
STARTS_LINE: Final = frozenset({
    "paragraph", "listitem", "cell", "gridcell", "columnheader", "rowheader", "LayoutTableCell",
    "LineBreak", "blockquote", "DescriptionListTerm", "DescriptionListDetail", "term", "definition",
})  # fmt: skip


@dataclass
class Heard:
    """A page as it is heard: its lines, how often each role is met, and what has no name."""

    lines: list[str] = field(default_factory=list)
    roles: Counter[str] = field(default_factory=Counter)
    nameless: list[tuple[str, str]] = field(default_factory=list)
    """Role and start tag."""
    unflagged: list[tuple[str, str]] = field(default_factory=list)
    """Those of them that carry no `data-flag`."""


def listen(page: Page) -> Heard:
    """Gives what is heard of the page itself; its frames are named only."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    heard = Heard()
    _Reader(session, {node["nodeId"]: node for node in nodes}, heard).read(nodes[0], 0)
    session.detach()
    return heard


@dataclass
class _Reader:
    session: CDPSession
    nodes: Mapping[str, Node]
    heard: Heard
    words: list[str] = field(default_factory=list)

    def read(self, node: Node, depth: int) -> None:
        role = str(node["role"]["value"])
        if node["ignored"]:
            self.inside(node, depth)
        elif role == "StaticText":
            self.words.append(name_of(node))
        elif role in SPOKEN:
            self.flush(depth)
            self.speak(node, role, depth)
        elif phrase := self.announced(node, role):
            self.flush(depth)
            self.say(phrase, depth)
            self.heard.roles[role] += 1
            self.inside(node, depth + 1)
            self.flush(depth + 1)
        else:
            self.part(role, depth)
            self.inside(node, depth)
            self.part(role, depth)

    def inside(self, node: Node, depth: int) -> None:
        for child in children(node, self.nodes):
            self.read(child, depth)

    def part(self, role: str, depth: int) -> None:
        if role in STARTS_LINE:
            self.flush(depth)
        else:
            self.words.append(" ")

    def flush(self, depth: int) -> None:
        said = " ".join("".join(self.words).split())
        self.words.clear()
        if said:
            self.say(said, depth)

    def say(self, line: str, depth: int) -> None:
        self.heard.lines.append("  " * depth + line)

    def speak(self, node: Node, role: str, depth: int) -> None:
        kind, name = SPOKEN[role], name_of(node)
        if role == "heading":
            kind += f" {value(node, 'level')}"
            if any(one["role"]["value"] == "link" for one in descendants(node, self.nodes)):
                kind += ", посилання"
        self.heard.roles[role] += 1
        if name or role not in NEEDS_NAME:
            self.say(f"{kind}: {name}" if name else kind, depth)
            return
        self.say(f"{kind} без назви{last_of(str(value(node, 'url') or ''))}", depth)
        tag, flagged = self.start_tag(node)
        self.heard.nameless.append((role, tag))
        if not flagged:
            self.heard.unflagged.append((role, tag))

    def announced(self, node: Node, role: str) -> str:
        name = name_of(node)
        told = f" «{name}»" if name else ""
        if role in LANDMARKS and (name or role not in ALOUD_WHEN_NAMED):
            return LANDMARKS[role] + told
        inner = Counter(one["role"]["value"] for one in descendants(node, self.nodes))
        if role == "list":
            return f"список, пунктів: {inner['listitem']}{told}"
        if role in {"table", "grid"}:
            heads = inner["columnheader"] + inner["rowheader"]
            return f"таблиця, рядків: {inner['row']}, заголовків: {heads}{told}"
        if role in {"group", "radiogroup"} and name:
            return f"група{told}"
        return ""

    def start_tag(self, node: Node) -> tuple[str, bool]:
        asked = {"backendNodeId": node["backendDOMNodeId"]}
        found = self.session.send("DOM.describeNode", asked)["node"]
        written = found.get("attributes", [])
        pairs = dict(zip(written[::2], written[1::2], strict=True))
        attributes = "".join(f' {name}="{value}"' for name, value in pairs.items())
        return f"<{found['localName']}{attributes}>", "data-flag" in pairs


def name_of(node: Node) -> str:
    """Gives the name without the private letters of icon fonts, which no voice can say."""
    name = str(node.get("name", {}).get("value", ""))
    if node["role"]["value"] != "StaticText":
        name = " ".join(name.split())
    return "".join(letter for letter in name if not "\ue000" <= letter <= "\uf8ff")


def value(node: Node, name: str) -> object:
    """Gives a property of the node."""
    found = (one["value"].get("value") for one in node.get("properties", []) if one["name"] == name)
    return next(found, None)


def children(node: Node, nodes: Mapping[str, Node]) -> Iterator[Node]:
    """Gives the children that the tree holds."""
    return (nodes[child] for child in node.get("childIds", []) if child in nodes)


def descendants(node: Node, nodes: Mapping[str, Node]) -> Iterator[Node]:
    """Gives all that is inside, of lists and tables not what is in inner ones."""
    for child in children(node, nodes):
        if not child["ignored"]:
            yield child
        if child["ignored"] or child["role"]["value"] not in {"list", "table", "grid"}:
            yield from descendants(child, nodes)


def last_of(url: str) -> str:
    """Gives the end of an address, in brackets."""
    end = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    return f" ({end or urlsplit(url).hostname})" if url else ""
