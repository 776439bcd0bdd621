"""
Assembles a page of GOV.UK components from the examples that their package ships as HTML.

Each component's `fixtures.json` holds the markup of its states; the frame around them is the
package's own page template in short.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

FIRST: Final = 4  # examples of a component: enough for its states, and not every wording
FORMS: Final = {
    "character-count",
    "checkboxes",
    "date-input",
    "error-message",
    "error-summary",
    "fieldset",
    "file-upload",
    "hint",
    "input",
    "label",
    "password-input",
    "radios",
    "select",
    "textarea",
}
FRAME: Final = """<!doctype html>
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Components: GOV.UK</title>
<link rel="stylesheet" href="govuk-frontend.min.css">
</head>
<body class="govuk-template__body">
<script>document.body.className += ' js-enabled govuk-frontend-supported'</script>
{wide}
<div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">
<h1 class="govuk-heading-xl">Components</h1>
{column}
</main></div>
{last}
<script type="module">
import {{ initAll }} from './govuk-frontend.min.js'
initAll()
</script>
</body>
</html>
"""


def page(package: Path, *, forms: bool) -> str:
    """The page of a form's components, or of all others, of the `govuk-frontend` in this folder."""
    wide, column, last = [], [], []
    for file in sorted(package.glob("components/*/fixtures.json")):
        component = json.loads(file.read_text())
        name = component["component"]
        if (name in FORMS) is not forms:
            continue
        if name == "footer":
            last += examples(component)
        elif component.get("previewLayout") == "full-width" or name in {"skip-link", "header"}:
            wide += examples(component)
        else:
            column += [f'<h2 class="govuk-heading-l">{escape(name)}</h2>', *examples(component)]
    return FRAME.format(wide="\n".join(wide), column="\n".join(column), last="\n".join(last))


def examples(component: dict) -> Iterator[str]:
    """The markup of a component's first examples; those of its inverse stand on the brand's ground."""
    shown = [one for one in component["fixtures"] if not one["hidden"]]
    for number, one in enumerate(shown[:FIRST]):
        html = with_own_ids(one["html"], f"{component['component']}-{number}")
        if "inverse" in one["name"]:
            yield f'<div class="app-example govuk-!-padding-4 govuk-panel--confirmation">{html}</div>'
        else:
            yield html


def with_own_ids(html: str, name: str) -> str:
    """Each example is made to stand alone: beside others it needs ids of its own."""
    ids = set(re.findall(r'\bid="([^"]+)"', html))

    def own(match: re.Match[str]) -> str:
        words = match[3].split()
        return (
            match[1]
            + match[2]
            + " ".join(f"{name}-{word}" if word in ids else word for word in words)
        )

    return re.sub(r'\b((?:id|for|aria-[a-z]+|headers|href)=")(#?)([^"]*)', own, html)
