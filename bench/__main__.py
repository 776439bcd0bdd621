"""
Runs every benchmark on the demo town's own pages and sheets, or on the files named.

    python -m bench [file ...]

Only ratios of one run say anything about another machine.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bench import css, html, serve

SHEETS = Path(__file__).parent.parent / "a11y_proxy" / "town" / "static" / "css"
REQUESTS = 4000


def main(files: list[str]) -> None:
    sheets = [name for name in files if name.endswith(".css")]
    html.main([name for name in files if name not in sheets])
    print()
    css.main(sheets or [str(path) for path in sorted(SHEETS.glob("*.css"))])
    print()
    asyncio.run(serve.main(REQUESTS))


if __name__ == "__main__":
    main(sys.argv[1:])
