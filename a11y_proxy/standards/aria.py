"""
Roles and attributes of WAI-ARIA, as far as a question or a rule needs them.

Source: https://www.w3.org/TR/wai-aria-1.2/ and https://www.w3.org/TR/html-aria/
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NONE_ROLES = frozenset({"none", "presentation"})
"""Say that the element means nothing beyond its content."""

TABLE_ROLES = frozenset({"table", "grid", "treegrid"})
"""Say that rows and columns mean something."""

ROLES = frozenset({
    "alert", "alertdialog", "application", "article", "banner", "blockquote", "button", "caption",
    "cell", "checkbox", "code", "columnheader", "combobox", "complementary", "contentinfo",
    "definition", "deletion", "dialog", "directory", "document", "emphasis", "feed", "figure",
    "form", "generic", "grid", "gridcell", "group", "heading", "img", "insertion", "link", "list",
    "listbox", "listitem", "log", "main", "marquee", "math", "menu", "menubar", "menuitem",
    "menuitemcheckbox", "menuitemradio", "meter", "navigation", "none", "note", "option",
    "paragraph", "presentation", "progressbar", "radio", "radiogroup", "region", "row", "rowgroup",
    "rowheader", "scrollbar", "search", "searchbox", "separator", "slider", "spinbutton", "status",
    "strong", "subscript", "superscript", "switch", "tab", "table", "tablist", "tabpanel", "term",
    "textbox", "time", "timer", "toolbar", "tooltip", "tree", "treegrid", "treeitem",
    # WAI-ARIA 1.3, where browsers are ahead of it
    "comment", "image", "mark", "suggestion", "sectionfooter", "sectionheader",
    # never in a standard, and understood by VoiceOver
    "text",
})  # fmt: skip
"""Roles that an author may write; abstract ones are none. Further modules: `ROLE_MODULES`."""

ROLE_MODULES = ("doc-", "graphics-")
"""How the roles of DPUB-ARIA and Graphics-ARIA begin."""

PARENT_ROLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "listitem": frozenset(("list", "directory")),
        "menuitem": frozenset(("menu", "menubar")),
        "menuitemcheckbox": frozenset(("menu", "menubar")),
        "menuitemradio": frozenset(("menu", "menubar")),
        "option": frozenset(("listbox",)),
        "tab": frozenset(("tablist",)),
        "treeitem": frozenset(("tree",)),
    }
)
"""Roles that mean something within another one only (§5.2.6, groups on the way left out)."""

CHILD_ROLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "list": frozenset(("listitem",)),
        "menu": frozenset(("menuitem", "menuitemcheckbox", "menuitemradio")),
        "menubar": frozenset(("menuitem", "menuitemcheckbox", "menuitemradio")),
        "tablist": frozenset(("tab",)),
    }
)
"""Roles that mean something around another one only (§5.2.7), without those that scripts fill."""

_BOOLEAN = frozenset(("true", "false"))
_OPTIONAL = _BOOLEAN | {"undefined"}

ATTRIBUTE_VALUES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(("aria-atomic", "aria-busy", "aria-disabled", "aria-modal"), _BOOLEAN),
        **dict.fromkeys(("aria-multiline", "aria-multiselectable"), _BOOLEAN),
        **dict.fromkeys(("aria-readonly", "aria-required"), _BOOLEAN),
        **dict.fromkeys(("aria-expanded", "aria-hidden", "aria-selected"), _OPTIONAL),
        **dict.fromkeys(("aria-checked", "aria-pressed"), _OPTIONAL | {"mixed"}),
        "aria-autocomplete": frozenset(("inline", "list", "both", "none")),
        "aria-haspopup": _BOOLEAN | {"menu", "listbox", "tree", "grid", "dialog"},
        "aria-live": frozenset(("assertive", "off", "polite")),
        "aria-orientation": frozenset(("horizontal", "vertical", "undefined")),
        "aria-sort": frozenset(("ascending", "descending", "none", "other")),
    }
)
"""Attributes whose other values count as none (§6.3 and §6.6); what is typed freely is not here."""

ATTRIBUTE_NUMBERS = frozenset((
    "aria-colcount", "aria-colindex", "aria-colspan", "aria-level", "aria-posinset",
    "aria-rowcount", "aria-rowindex", "aria-rowspan", "aria-setsize", "aria-valuemax",
    "aria-valuemin", "aria-valuenow",
))  # fmt: skip
"""Attributes whose value is a number."""

REFERENCES = (
    "aria-labelledby", "aria-describedby", "aria-details", "aria-errormessage", "aria-flowto",
    "aria-controls", "aria-owns", "aria-activedescendant",
)  # fmt: skip
"""Attributes that name other elements by id."""

NATIVE_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "article": "article",
        "aside": "complementary",
        "button": "button",
        "h1": "heading",
        "h2": "heading",
        "h3": "heading",
        "h4": "heading",
        "h5": "heading",
        "h6": "heading",
        "main": "main",
        "nav": "navigation",
        "search": "search",
        "table": "table",
    }
)
"""What an element is without a `role` (where its place and attributes do not matter)."""
