"""
Counts what three engines find wrong, in the original and in ours.

    python -m tests.engines [--shelf | --url URL | --folder FOLDER] [--say] [name ...]

A name may be the beginning of several pages' names.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click
from playwright.sync_api import Page

from tests.engines.engines import SCRIPTS, Finding, fetched, judge
from tests.serving import serving
from tests.shelf.look import browsing, origins, proxy_of


@click.command()
@click.argument("names", nargs=-1)
@click.option("--shelf", is_flag=True, help="The torture shelf instead of the demo town.")
@click.option("--url", help="A page of any site instead.")
@click.option("--folder", type=click.Path(path_type=Path), help="A folder of pages instead.")
@click.option("--only", default=",".join(SCRIPTS), show_default=True, help="Engines by comma.")
@click.option("--theme", default="black-on-white", show_default=True)
@click.option("--say", is_flag=True, help="Name each element that is left or new.")
def main(  # noqa: PLR0913, PLR0917 - one argument for each option
    names: tuple[str, ...],
    shelf: bool,  # noqa: FBT001 - click passes flags so
    url: str | None,
    folder: Path | None,
    only: str,
    theme: str,
    say: bool,  # noqa: FBT001 - click passes flags so
) -> None:
    """Count what engines find before and after."""
    if not fetched():
        raise click.ClickException("The engines are not here. Fetch them:  tools/shelf sample")
    engines = only.split(",")
    whole = {engine: (Counter[str](), Counter[str]()) for engine in engines}
    with (
        origins(url, folder, town=not shelf) as (origin, pages),
        serving("a11y_proxy", *proxy_of(origin, alone=not url), ready="/_a11y/health") as proxy,
        browsing(proxy, f"theme={theme}", scripts=True) as page,
    ):
        for name, path in pages.items():
            if not name.startswith(names or ""):
                continue
            before, after = (judged(page, home + path, engines) for home in (origin, proxy))
            for engine in engines:
                for findings, sums in zip((before, after), whole[engine], strict=True):
                    sums.update(found.rule for found in findings[engine])
            click.echo(
                f"{name:40}"
                + "".join(
                    f"{engine:>8} {len(before[engine]):4} → {len(after[engine]):3}"
                    for engine in engines
                )
            )
            if say:
                tell(before, after)
    for engine, (old, new) in whole.items():
        click.echo(f"\n{engine}: {old.total()} → {new.total()}")
        for rule, _ in (old | new).most_common():
            click.echo(
                f"    {rule:60}{old[rule]:5} → {new[rule]:3}" + "  more" * (new[rule] > old[rule])
            )


def judged(page: Page, address: str, engines: list[str]) -> dict[str, list[Finding]]:
    page.goto(address)
    return {engine: judge(page, engine) for engine in engines}


def tell(before: dict[str, list[Finding]], after: dict[str, list[Finding]]) -> None:
    for engine, findings in after.items():
        met = Counter(found.rule for found in before[engine])
        for found in findings:
            click.echo(f"    {'left' if met[found.rule] else 'new '} {found}")


if __name__ == "__main__":
    main()
