"""
Runs every benchmark on the demo town's own pages and sheets, or on the files named.

    python -m bench [file ...]

Only ratios of one run say anything about another machine.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from a11y_proxy.town.pages import ADDRESSES, encode, read
from bench import css, html, serve

SHEETS = Path(__file__).parent.parent / "a11y_proxy" / "town" / "static" / "css"
REQUESTS = 4000


def main(files: list[str]) -> None:
    with TemporaryDirectory() as folder:
        pages = [name for name in files if not name.endswith(".css")] or town_pages(Path(folder))
        sheets = [name for name in files if name.endswith(".css")]
        html.main(pages)
        print()
        css.main(sheets or [str(path) for path in sorted(SHEETS.glob("*.css"))])
        print()
        asyncio.run(serve.main(REQUESTS))


def town_pages(folder: Path) -> list[str]:
    """Writes the town's pages as they are served, and gives their files."""
    paths = []
    for number, page in enumerate(ADDRESSES.values()):
        path = folder / f"{number:02}-{page.file}"
        path.write_bytes(encode(page, read(page, "http://town.example")))
        paths.append(str(path))
    return paths


if __name__ == "__main__":
    main(sys.argv[1:])
