"""Before and after: sizes, faces, lines and what makes text smaller without naming a size."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rewrite = Callable[[str], str]


def px(size: str) -> str:
    return f"calc({size}px * var(--a11y-scale))"


def floor(size: str) -> str:
    return f"font-size:clamp(var(--a11y-min), {size}, var(--a11y-max));"


TEXT = "--a11y-face:initial;"

SIZE = {
    "font-size: 11px": floor(px("11")),
    "font-size: 9pt": floor(px("12")),
    "font-size: 1pc": floor(px("16")),
    "font-size: 4mm": floor(px("15.118")),
    "font-size: .4cm": floor(px("15.118")),
    "font-size: .2in": floor(px("19.2")),
    "font-size: 16Q": floor(px("15.118")),
    "font-size: small": floor(px("13")),
    "font-size: xxx-large": floor(px("48")),
    "font-size: smaller": floor("0.83em"),
    "font-size: .8em": floor(".8em"),
    "font-size: 80%": floor("80%"),
    "font-size: 1rem": floor("1rem"),
    "font-size: 2ex": floor("2ex"),
    "font-size: 2ch": floor("2ch"),
    "font-size: 1lh": floor("1lh"),
    "font-size: 2vw": floor("calc(2vw * var(--a11y-scale))"),
    "font-size: 3cqi": floor("calc(3cqi * var(--a11y-scale))"),
    "font-size: 12": floor(px("12")),
    "font-size: clamp(12px, 2vw, 1rem)": floor(
        f"clamp({px('12')}, calc(2vw * var(--a11y-scale)), 1rem)"
    ),
    "font-size: calc(1rem + min(2px, .5vmin))": floor(
        f"calc(1rem + min({px('2')}, calc(.5vmin * var(--a11y-scale))))"
    ),
    "font-size: 0": "font-size:0;",
    "font-size: 0px": "font-size:0px;",
    "font-size: inherit": "font-size:inherit;",
    "font-size: revert": "font-size:revert-layer;",
    "font-size: 12pixels": "font-size:12pixels;",
    "font-size: 12px\\9": "font-size:12px\\9;",
    "font-size: rem(14px)": "font-size:rem(14px);",
    "font-size: -1px": "font-size:-1px;",
    "font-size-adjust: .4": "",
    "font-size-adjust: inherit": "font-size-adjust:inherit;",
    "-webkit-text-size-adjust: none": "",
    "-webkit-text-size-adjust: 100%": "-webkit-text-size-adjust:100%;",
    "zoom: 80%": "zoom:1;",
    "transform: scale(.85) translateY(-.5rem)": "transform:scale(1) translateY(-.5rem);",
    "transform: scale(0.5, 80%)": "transform:scale(1, 1);",
    "transform: scale3d(.9, .9, 1)": "transform:scale3d(1, 1, 1);",
    "transform: scaleX(0)": "transform:scaleX(0);",
    "transform: scale(1.05)": "transform:scale(1.05);",
    "transform: scale(0.0)": "transform:scale(0.0);",
    "transform: scaleX(-.5)": "transform:scaleX(-.5);",
    "transform: rotate(.5turn)": "transform:rotate(.5turn);",
    "transform: translateZ(-1px) scale(2)": "transform:none;",
    "width: 4px; height: 4px; transform: scale(.5)": (
        "width:4px;height:4px;min-height:0;--a11y-bar:var(--a11y-line);transform:scale(.5);"
    ),
    "scale: .9": "scale:1;",
    "scale: 0": "scale:0;",
    "scale: 1.5": "scale:1.5;",
    "perspective: 1px": "perspective:none;",
    "perspective: 800px": "perspective:800px;",
}

FONT = {
    'font: bold 12px/1.2 "Open Sans", serif': (
        f'font:bold clamp(var(--a11y-min), {px("12")}, var(--a11y-max))/1.5 "Open Sans", serif;{TEXT}'
    ),
    "font: 12px / 30px Georgia": (
        f"font:clamp(var(--a11y-min), {px('12')}, var(--a11y-max))/1.5 Georgia;{TEXT}"
    ),
    "font: italic small-caps 300 1.2em/normal serif": (
        f"font:italic normal 400 clamp(var(--a11y-min), 1.2em, var(--a11y-max))/1.5 serif;{TEXT}"
    ),
    "font: 300 var(--fs)/var(--lh) var(--ff)": (
        "font:400 clamp(var(--a11y-min), var(--a11y-size-fs,var(--fs)), var(--a11y-max))/"
        "var(--a11y-line-lh,max(var(--a11y-size-lh,var(--lh)), 1.5em))"
        f" var(--ff);{TEXT}"
    ),
    "font: var(--weight) 14px a": (
        f"font:var(--weight) clamp(var(--a11y-min), {px('14')}, var(--a11y-max)) a;{TEXT}"
    ),
    "font: bold var(--fs) a": f"font:bold clamp(var(--a11y-min), var(--a11y-size-fs,var(--fs)), var(--a11y-max)) a;{TEXT}",
    "font: max(1rem, min(2vw, 20px)) a": (
        "font:clamp(var(--a11y-min), max(1rem, min(calc(2vw * var(--a11y-scale)), "
        f"{px('20')})), var(--a11y-max)) a;{TEXT}"
    ),
    "font: 80% a": f"font:clamp(var(--a11y-min), 80%, var(--a11y-max)) a;{TEXT}",
    "font: 0/0 a": f"font:0/0 a;{TEXT}",
    "font: menu": (
        f"font:menu;font-size:clamp(var(--a11y-min), {px('13')}, var(--a11y-max));{TEXT}"
    ),
    "font: inherit": "font:inherit;--a11y-face:inherit;",
    "font: var(--f)": "font:var(--f);",
    "font: nonsense": "font:nonsense;",
    "font: normal normal normal 14px/1 FontAwesome": (
        f"font:normal normal normal clamp(var(--a11y-min), {px('14')}, var(--a11y-max))/1 FontAwesome;"
        "--a11y-face:FontAwesome;--a11y-tracking:normal;"
    ),
    "font-family: Arial, sans-serif": f"font-family:Arial, sans-serif;{TEXT}",
    'font-family: system-ui, "Segoe UI Symbol"': (
        f'font-family:system-ui, "Segoe UI Symbol";{TEXT}'
    ),
    'font-family: "Material Icons"': (
        'font-family:"Material Icons";--a11y-face:"Material Icons";--a11y-tracking:normal;'
    ),
    "font-family: x-set; font-style: normal; line-height: 1": (
        "font-family:x-set;--a11y-face:x-set;--a11y-tracking:normal;"
        "font-style:normal;line-height:1;"
    ),
    "font-family: A, serif; font-style: normal; line-height: 1": (
        f"font-family:A, serif;{TEXT}font-style:normal;line-height:1.5;"
    ),
    "font-weight: 200": "font-weight:400;",
    "font-weight: lighter": "font-weight:400;",
    "font-weight: 600": "font-weight:600;",
    "font-weight: inherit": "font-weight:inherit;",
    'font-variation-settings: "wght" 250, "wdth" 90': (
        'font-variation-settings:"wght" 400, "wdth" 90;'
    ),
    'font-variation-settings: "wght" 700': 'font-variation-settings:"wght" 700;',
    "font-variant: small-caps": "font-variant:normal;",
    "font-variant: tabular-nums small-caps": "font-variant:tabular-nums;",
    "font-variant-caps: all-petite-caps": "font-variant-caps:normal;",
    'font-feature-settings: "smcp", "kern"': 'font-feature-settings:"kern";',
    'font-feature-settings: "liga"': 'font-feature-settings:"liga";',
}

LINES = {
    "line-height: 1.2": "line-height:1.5;",
    "line-height: 1.7": "line-height:1.7;",
    "line-height: 1.7em": "line-height:1.7;",
    "line-height: 170%": "line-height:1.7;",
    "line-height: 18px": "line-height:1.5;",
    "line-height: 1.5rem": "line-height:1.5;",
    "line-height: normal": "line-height:1.5;",
    "line-height: 0": "line-height:0;",
    "line-height: inherit": "line-height:inherit;",
    "line-height: calc(1.25 / 2)": "line-height:max(calc(1.25 / 2), 1.5);",
    "line-height: calc(1em + 2px)": f"line-height:max(calc(1em + {px('2')}), 1.5em);",
    "line-height: 40px": f"line-height:max({px('40')}, 1.5em);",
    "font-size: 14px; line-height: 28px": f"{floor(px('14'))}line-height:2;",
    "font-size: 2.25rem; line-height: 2.5rem": f"{floor('2.25rem')}line-height:1.2;",
    "font-weight: 500; line-height: 1.2": "font-weight:500;line-height:1.2;",
    "white-space: nowrap; line-height: 1": "white-space:normal;line-height:1.2;",
    "display: inline-block; padding: 6px; line-height: 1.3": (
        "display:inline-block;padding:6px;line-height:1.3;"
    ),
    "line-height: 300px; height: 300px": (
        f"line-height:1.5;height:var(--a11y-fluid, {px('300')});min-height:{px('300')};"
    ),
    "line-height: 30px; height: 30px": (
        f"line-height:max({px('30')}, 1.5em);"
        f"height:var(--a11y-fluid, {px('30')});min-height:{px('30')};"
    ),
    "font-style: normal; line-height: 1; white-space: nowrap": (
        "font-style:normal;line-height:1;white-space:nowrap;"
    ),
    "letter-spacing: -1px": "letter-spacing:0;",
    "letter-spacing: .1em": "letter-spacing:.1em;",
    "text-align: justify": "text-align:start;--a11y-measure:initial;",
    "text-align: center": "text-align:center;--a11y-measure:none;",
    "text-transform: uppercase": "text-transform:none;",
    "text-transform: capitalize": "text-transform:capitalize;",
    "text-transform: var(--case)": "text-transform:none;",
    "white-space: nowrap; text-overflow: ellipsis": "white-space:normal;text-overflow:clip;",
    "-webkit-line-clamp: 3": "-webkit-line-clamp:none;",
    "white-space: pre": "white-space:pre;",
}

VARIABLE = {
    "--fs: 14px": f"--fs: 14px;--a11y-size-fs:{px('14')};",
    "--fs: 1rem": "--fs: 1rem;--a11y-size-fs:1rem;",
    "--fs: large": f"--fs: large;--a11y-size-fs:{px('18')};",
    "--h: 100vh": "--h: 100vh;--a11y-size-h:100vh;",
    "--h: 0": "--h: 0;--a11y-size-h:0px;",
    "--h: auto": "--h: auto;--a11y-size-h:auto;",
    "--x: calc(var(--y) * 1.2 + 4px)": (
        "--x: calc(var(--y) * 1.2 + 4px);"
        f"--a11y-size-x:calc(var(--a11y-size-y,var(--y)) * 1.2 + {px('4')});"
    ),
    "--fs: var(--base)": (
        "--fs: var(--base);--a11y-ground-fs:var(--a11y-ground-base);--a11y-image-fs:var(--a11y-image-base);"
        "--a11y-size-fs:var(--a11y-size-base);"
    ),
    "--lh: 1.2": "--lh: 1.2;--a11y-line-lh:1.5;",
    "--lh: calc(1.25 / .875)": (
        "--lh: calc(1.25 / .875);--a11y-line-lh:max(calc(1.25 / .875), 1.5);"
        "--a11y-size-lh:calc(1.25 / .875);"
    ),
    "--w: 300": "--w: 300;--a11y-weight-w:400;",
    "--x: solid": "--x: solid;",
    "--x: 12": "--x: 12;",
    "--x: .3s": "--x: .3s;",
    "--x: 'a'": '--x: "a";',
    "--x: 1px solid": "--x: 1px solid;",
    "--x: foo(2px)": "--x: foo(2px);",
    "font-size: var(--fs)": floor("var(--a11y-size-fs,var(--fs))"),
    "font-size: var(--Fs, 12px)": floor(f"var(--a11y-size-Fs,var(--Fs, {px('12')}))"),
    "font-size: clamp(var(--a), 2vw, var(--b))": floor(
        "clamp(var(--a11y-size-a,var(--a)), calc(2vw * var(--a11y-scale)),"
        " var(--a11y-size-b,var(--b)))"
    ),
    "line-height: var(--lh)": (
        "line-height:var(--a11y-line-lh,max(var(--a11y-size-lh,var(--lh)), 1.5em));"
    ),
    "line-height: var(--lh, 1.2)": "line-height:var(--a11y-line-lh,1.5);",
    "line-height: calc(var(--n) * 6)": "line-height:calc(var(--a11y-size-n,var(--n)) * 6);",
    "font-weight: var(--w)": "font-weight:var(--a11y-weight-w,var(--w));",
    "letter-spacing: var(--l)": "letter-spacing:max(var(--a11y-size-l,var(--l)), 0px);",
    "height: calc(100vh - var(--bar)); overflow: auto": (
        "height:calc(100vh - var(--a11y-size-bar,var(--bar)));overflow:auto;"
    ),
    "max-width: var(--w)": "max-width:min(var(--a11y-size-w,var(--w)), 100%);",
}

MOTION = {
    "opacity: 0; transition: opacity .6s": (
        "opacity:var(--a11y-unscripted, 0);transition:opacity .6s;"
    ),
    "opacity: 0; transform: translateY(20px)": (
        "opacity:var(--a11y-unscripted, 0);transform:translateY(20px);"
    ),
    "opacity: 0; animation: in 1s forwards": (
        "opacity:var(--a11y-still, 0);animation:in 1s forwards;"
    ),
    "position: absolute; opacity: 0; animation: turn 9s infinite": (
        "position:var(--a11y-still-position, absolute);--a11y-laid:none;opacity:var(--a11y-still, 0);"
        "animation:turn 9s infinite;"
    ),
    "visibility: hidden": "visibility:var(--a11y-unscripted-seen, hidden);",
    "visibility: hidden; animation-name: in": (
        "visibility:var(--a11y-still-seen, hidden);animation-name:in;"
    ),
    "visibility: hidden; height: 0": "visibility:hidden;height:0;",
    "visibility: visible": "visibility:visible;",
    "visibility: collapse": "visibility:collapse;",
    "opacity: 0": "opacity:0;",
    "opacity: 0; animation: none": "opacity:0;animation:none;",
    "opacity: 0; position: absolute; transition: all .3s": (
        "opacity:0;position:absolute;--a11y-laid:none;transition:all .3s;"
    ),
    "opacity: 0; position: fixed; animation: in 1s": (
        "opacity:var(--a11y-still, 0);position:fixed;--a11y-laid:none;animation:in 1s;"
    ),
    'content: ""; opacity: 0; transition: all .3s': ('content:"";opacity:0;transition:all .3s;'),
    "scroll-snap-type: y mandatory": "scroll-snap-type:y proximity;",
    "scroll-snap-type: x": "scroll-snap-type:x;",
}

CASES = [*SIZE.items(), *FONT.items(), *LINES.items(), *VARIABLE.items(), *MOTION.items()]


@pytest.mark.parametrize(("before", "after"), CASES, ids=[before for before, _ in CASES])
def test_text_is_large_open_and_plain(before: str, after: str, style: Rewrite) -> None:
    assert style(before) == after


def test_the_root_scales_shares_of_the_window_once(sheet: Rewrite) -> None:
    assert sheet("html{font-size:calc(1vw + 8px)}") == (
        "html{font-size:calc(calc(1vw + 8px) * var(--a11y-scale));}"
    )
