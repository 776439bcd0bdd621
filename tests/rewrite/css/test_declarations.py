"""Before and after, family by family: one declaration block each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Rewrite = Callable[[str], str]

COLOUR = {
    "color: #777": "color:var(--a11y-text);",
    "color: #777 !important": "color:var(--a11y-text)!important;",
    "color: inherit": "color:inherit;",
    "color: transparent": "color:var(--a11y-text);",
    "color: initial": "color:var(--a11y-text);",
    "c\\6flor: red": "color:var(--a11y-text);",
    "background-color: white": "background-color:var(--a11y-paper);",
    "background-color: #222": "background-color:var(--a11y-paper);",
    "background-color: #777": "background-color:var(--a11y-surface);",
    "background-color: teal": "background-color:var(--a11y-surface);",
    "background-color: hsl(0 0% 98%)": "background-color:var(--a11y-paper);",
    "background-color: oklch(0.98 0 0)": "background-color:var(--a11y-paper);",
    "background-color: oklch(0.7 0.15 200)": "background-color:var(--a11y-surface);",
    "background-color: rgb(0 0 0 / 50%)": "background-color:var(--a11y-paper);",
    "background-color: rgba(0, 0, 0, 0)": "background-color:rgba(0, 0, 0, 0);",
    "background-color: transparent": "background-color:transparent;",
    "background-color: ButtonFace": "background-color:var(--a11y-surface);",
    "background-color: color-mix(in srgb, red, blue)": "background-color:var(--a11y-surface);",
    "background-color: color()": "background-color:var(--a11y-surface);",
    "background-color: var(--bg)": "background-color:var(--a11y-ground-bg,var(--a11y-surface));",
    "background-color: light-dark(#fff, #000)": "background-color:var(--a11y-paper);",
    "background-color: light-dark(white, teal)": "background-color:var(--a11y-surface);",
    "background-color: currentcolor": "background-color:var(--a11y-surface);",
    "background-color: red\\9": "background-color:red\\9;",
    "height: 2px; background: #333": "height:2px;background:var(--a11y-line);",
    "width: 1px; background: #eee": "width:1px;background:var(--a11y-paper);",
    "-webkit-mask: url(i.svg); background-color: red": (
        '-webkit-mask:url("/mapped/i.svg");background-color:var(--a11y-drawn);'
    ),
    "mask: var(--m) center; background: red": (
        "mask:var(--m) center;background:var(--a11y-drawn);"
    ),
    "border: 1px solid#ccc": "border:1px solid/**/var(--a11y-line);",
    "border: none": "border:none;",
    "border: var(--b)": "border:var(--b);border-color:var(--a11y-line);",
    "border-color: red transparent": "border-color:var(--a11y-line) transparent;",
    "border-left: 3px dashed rgb(1, 2, 3)": "border-left:3px dashed var(--a11y-line);",
    "outline: none": "",
    "outline: 0 !important": "",
    "outline: 2px solid red": "outline:2px solid var(--a11y-focus);",
    "outline-offset: 2px": "outline-offset:2px;",
    "text-decoration: underline red": "text-decoration:underline var(--a11y-drawn);",
    "text-decoration: none": "text-decoration:none;",
    "fill: #333; stroke: none": "fill:var(--a11y-drawn);stroke:none;",
    'fill: url("#gradient")': 'fill:url("#gradient");',
    "box-shadow: 0 0 5px #000": "box-shadow:var(--a11y-none);",
    "box-shadow: none": "box-shadow:none;",
    "box-shadow: 0 0 0 2px #1b1b1b": "box-shadow:0 0 0 2px var(--a11y-line);",
    "box-shadow: inset 0 0 0 2px white, 0 2px 0 0 currentcolor": (
        "box-shadow:inset 0 0 0 2px var(--a11y-paper), 0 2px 0 0 currentcolor;"
    ),
    "box-shadow: 0 .1rem 0 red, 0 3px 9px rgb(0 0 0 / 60%)": (
        "box-shadow:0 .1rem 0 var(--a11y-line), var(--a11y-flat);"
    ),
    "box-shadow: 0 0 0 3px var(--ring)": "box-shadow:0 0 0 3px var(--a11y-line);",
    "box-shadow: var(--shadow)": "box-shadow:var(--a11y-none);",
    "box-shadow: 0 0 0 .2rem rgba(0, 123, 255, .25)": "box-shadow:var(--a11y-none);",
    "box-shadow: inset 0 0 0 9999px red": "box-shadow:var(--a11y-none);",
    "box-shadow: 0 0 0 0 red": "box-shadow:var(--a11y-none);",
    "background: #ccc; cursor: pointer": (
        "background:var(--a11y-surface);outline:max(1px, 0.08em) solid var(--a11y-line);"
        "outline-offset:calc(-1 * max(1px, 0.08em));cursor:pointer;"
    ),
    "background: #ccc; cursor: pointer; border: 1px solid": (
        "background:var(--a11y-surface);cursor:pointer;border:1px solid;"
    ),
    "background: none; cursor: pointer": "background:none;cursor:pointer;",
    "position: relative; padding-left: 2rem": (
        "position:relative;padding-left:min(2rem, max(var(--a11y-inset, 100vw), 30%));"
    ),
    "padding-inline-start: 3.5rem; padding-inline-end: 1rem": (
        "padding-inline-start:min(3.5rem, max(var(--a11y-inset, 100vw), 30%));"
        "padding-inline-end:min(1rem, var(--a11y-inset, 100vw));"
    ),
    "position: absolute; color: red; transform: translate(0, -50%)": (
        "position:static;color:var(--a11y-text);transform:none;"
    ),
    "position: absolute; transform: translate(0, -50%)": (
        "position:absolute;--a11y-laid:none;transform:translate(0, -50%);"
    ),
    "padding-left: 2rem": "padding-left:min(2rem, var(--a11y-inset, 100vw));",
    "margin-inline-end: 2rem": "margin-inline-end:min(2rem, var(--a11y-apart, 100vw));",
    "right: -2px": "right:max(-2px, -1 * var(--a11y-outset, 100vw));",
    "left: 1rem": "left:min(1rem, var(--a11y-inset, 100vw));",
    "left: 4rem": "left:4rem;",
    "left: -999em": "left:-999em;",
    "position: absolute; color: red; line-height: 0": (
        "position:static;color:var(--a11y-text);line-height:1.5;"
    ),
    "font-size: 75%; line-height: 0": "font-size:clamp(var(--a11y-min), 75%, var(--a11y-max));line-height:0;",
    "filter: progid:DXImageTransform.Microsoft.gradient(startColorstr='#80000000')": "",
    "-webkit-filter: blur(2px)": "",
    "opacity: .5": "opacity:var(--a11y-opaque);",
    "opacity: 100%": "opacity:1;",
    "opacity: 0": "opacity:0;",
    "opacity: var(--o)": "opacity:round(up, var(--o), 1);",
    "-webkit-text-fill-color: transparent": "-webkit-text-fill-color:var(--a11y-drawn);",
    "forced-color-adjust: none; color-scheme: light": "",
    "all: initial": "all:initial;color:var(--a11y-text);",
    "--brand: #036": "--brand: #036;--a11y-ground-brand:var(--a11y-surface);",
    "--a11y-ink: red": "",
    "border: var(--w) solid transparent": "border:var(--w) solid transparent;",
    "border-color: transparent var(--c)": "border-color:transparent var(--a11y-line);",
    "--Icon: url(i.png)": (
        '--Icon: url("/mapped/i.png");--a11y-ground-Icon:var(--a11y-surface);'
        '--a11y-image-Icon:url("/mapped/i.png");'
    ),
}

IMAGE = {
    "background: url(crowd.jpg) center / cover #333": (
        'background:var(--a11y-picture, url("/mapped/crowd.jpg")) center / cover;'
        "background-color:var(--a11y-under, var(--a11y-paper));"
    ),
    "background: url(crowd.jpg)": (
        'background:var(--a11y-picture, url("/mapped/crowd.jpg"));'
        "background-color:var(--a11y-under, var(--a11y-surface));"
    ),
    "background: linear-gradient(red, blue)": "background:var(--a11y-surface);",
    "background: none": "background:none;",
    "background: transparent": "background:transparent;",
    "background: #fff": "background:var(--a11y-paper);",
    "background: none repeat scroll 0 0 #fff": "background:var(--a11y-paper);",
    "background: var(--bg)": "background:var(--a11y-ground-bg,var(--a11y-surface));",
    "background: var(--bg) url(a.png)": ("background:var(--a11y-surface);"),
    "background: rgb(var(--c) / .5) fixed": "background:var(--a11y-ground-c,var(--a11y-surface));",
    "background-image: url(crowd.jpg)": (
        'background-image:var(--a11y-picture, url("/mapped/crowd.jpg"));'
        "background-color:var(--a11y-under, var(--a11y-surface));"
    ),
    "background-image: url(crowd.jpg); background-color: white": (
        'background-image:var(--a11y-picture, url("/mapped/crowd.jpg"));'
        "background-color:var(--a11y-paper);"
    ),
    "width: 16px; height: 16px; background: url(i.png) 0 -16px": (
        'width:16px;height:16px;background:url("/mapped/i.png") 0 -16px;'
        "background-color:var(--a11y-plate);zoom:var(--a11y-factor);--a11y-sprite:1;--a11y-piece:var(--a11y-factor);"
    ),
    "width: 24px; height: 24px; color: #fff; background: url(disc.png)": (
        "width:calc(24px * var(--a11y-scale));max-width:100%;"
        "height:var(--a11y-fluid, calc(24px * var(--a11y-scale)));"
        "min-height:calc(24px * var(--a11y-scale));color:var(--a11y-text);"
        'background:var(--a11y-picture, url("/mapped/disc.png"));'
        "background-color:var(--a11y-under, var(--a11y-surface));"
    ),
    "width: 16px; height: 16px; background-image: linear-gradient(red, blue), url(i.png)": (
        'width:16px;height:16px;background-image:url("/mapped/i.png");'
        "background-color:var(--a11y-plate);zoom:var(--a11y-factor);--a11y-sprite:1;--a11y-piece:var(--a11y-factor);"
    ),
    "padding: 0 0 0 20px; background: url(dot.gif) no-repeat #eee": (
        'padding:0 0 0 20px;background:url("/mapped/dot.gif") no-repeat;'
        "background-color:var(--a11y-paper);"
    ),
    "text-indent: -9999px; background: url(logo.png); height: 80px": (
        'text-indent:-9999px;white-space:nowrap;text-align:left;background:url("/mapped/logo.png");'
        "background-color:var(--a11y-plate);height:80px;"
    ),
    "text-indent: -9999px": "text-indent:0;",
    "list-style: url(dot.png)": 'list-style:url("/mapped/dot.png");',
    "background-position: -24px 0": (
        "background-position:-24px 0;--a11y-scale:var(--a11y-sprite, inherit);"
        "zoom:var(--a11y-piece, 1);"
    ),
    "background-position: 0 0": "background-position:0 0;",
    "background-position: right -8px top": "background-position:right -8px top;",
    "background: linear-gradient(red, blue) text": "background:var(--a11y-surface);",
    "-webkit-background-clip: text": "-webkit-background-clip:var(--a11y-box);",
    "border-image: linear-gradient(red, blue) 1": "border-image:var(--a11y-none);",
}

BOX = {
    "height: 40px": (
        "height:var(--a11y-fluid, calc(40px * var(--a11y-scale)));"
        "min-height:calc(40px * var(--a11y-scale));"
    ),
    "height: 40px; min-height: 20px": (
        "height:var(--a11y-fluid, calc(40px * var(--a11y-scale)));"
        "min-height:calc(20px * var(--a11y-scale));"
    ),
    "height: 3rem": "height:var(--a11y-fluid, 3rem);min-height:3rem;",
    "height: 100%": "height:100%;",
    "height: 0": "height:0;",
    "max-height: 200px": "max-height:var(--a11y-fluid, calc(200px * var(--a11y-scale)));",
    "max-height: 0": "max-height:0;",
    "height: 326px; max-height: 0; overflow: hidden": (
        "height:var(--a11y-fluid, calc(326px * var(--a11y-scale)));max-height:0;overflow:hidden;"
    ),
    "max-height: 200px; overflow-y: auto": (
        "max-height:calc(200px * var(--a11y-scale));overflow-y:auto;"
    ),
    "width: 100px": "width:calc(100px * var(--a11y-scale));max-width:100%;",
    "width: 960px": (
        "width:min(calc(960px * var(--a11y-scale)),"
        " max(960px, calc(var(--a11y-view) * 0.9375)));max-width:100%;"
    ),
    "width: 200px; position: absolute": (
        "width:min(calc(200px * var(--a11y-scale)), max(200px, calc(var(--a11y-view) * 0.1953)));"
        "max-width:100vw;position:absolute;--a11y-laid:none;"
    ),
    "height: 300px; background: url(square.jpg)": (
        "height:var(--a11y-fluid, calc(300px * var(--a11y-scale)));"
        'background:var(--a11y-picture, url("/mapped/square.jpg"));'
        "background-color:var(--a11y-under, var(--a11y-surface));"
    ),
    "min-height: 300px; background: url(square.jpg)": (
        "min-height:var(--a11y-fluid, calc(300px * var(--a11y-scale)));"
        'background:var(--a11y-picture, url("/mapped/square.jpg"));'
        "background-color:var(--a11y-under, var(--a11y-surface));"
    ),
    "width: 50%": "width:var(--a11y-whole, 50%);",
    "width: 100%": "width:100%;",
    "min-width: 300px": "min-width:min(calc(300px * var(--a11y-scale)), 100%);",
    "max-width: 60rem": "max-width:min(60rem, 100%);",
    "overflow: hidden": "overflow:hidden;",
    "position: absolute; width: 1px; height: 1px; overflow: hidden": (
        "position:absolute;width:1px;height:1px;overflow:hidden;"
    ),
    "position: fixed; top: 0; left: 0; right: 0": (
        "position:var(--a11y-side, relative);top:auto;left:auto;right:auto;"
    ),
    "position: absolute; top: 0; left: 0; right: 0; z-index: 1030": (
        "position:relative;top:auto;left:auto;right:auto;z-index:1030;"
    ),
    "position: sticky; top: 0": "position:relative;top:auto;",
    "position: fixed; z-index: 9": ("position:fixed;--a11y-laid:none;z-index:9;"),
    "position: absolute; height: 100%; padding: 1rem; pointer-events: none; transform-origin: 0 0": (
        "position:static;height:auto;padding:1rem min(1rem, var(--a11y-inset, 100vw));"
        "pointer-events:none;transform-origin:0 0;"
    ),
    "position: absolute; bottom: 0; color: #fff": (
        "position:static;bottom:0;color:var(--a11y-text);"
    ),
    "position: absolute; bottom: 0; color: #fff; opacity: 0": (
        "position:absolute;background-color:var(--a11y-paper);--a11y-laid:none;bottom:0;"
        "color:var(--a11y-text);opacity:0;"
    ),
    "position: absolute; left: -999px; color: #fff": (
        "position:absolute;--a11y-laid:none;left:-999px;color:var(--a11y-text);"
    ),
    "width: 300px; padding: 9px": (
        "width:min(calc(300px * var(--a11y-scale)), max(300px, calc(var(--a11y-view) * 0.293)));"
        "max-width:100%;box-sizing:border-box;padding:9px min(9px, var(--a11y-inset, 100vw));"
    ),
    "position: absolute; inset: 0; z-index: -1": "position:static;inset:0;z-index:auto;",
    "position: absolute; z-index: -1; opacity: 0": (
        "position:absolute;--a11y-laid:none;z-index:-1;opacity:0;"
    ),
    "position: relative; margin-top: -32px; color: #fff": (
        "position:relative;margin-top:0;color:var(--a11y-text);"
    ),
    "position: absolute; top: 28px; left: 28px": (
        "position:absolute;background-color:var(--a11y-backplate);--a11y-laid:none;"
        "top:calc(28px * var(--a11y-scale));left:28px;"
    ),
    "position: absolute; left: -9999px": ("position:absolute;--a11y-laid:none;left:-9999px;"),
    "margin-left: 250px": "margin-left:min(calc(250px * var(--a11y-scale)), 25%);",
    "margin-left: 10px": "margin-left:min(10px, var(--a11y-apart, 100vw));",
    "margin-left: 5px": "margin-left:5px;",
    "padding-left: 9999px": "padding-left:9999px;",
    "left: 50%; margin-left: -480px": ("left:50%;margin-left:0;transform:translateX(-50%);"),
    "flex: 0 0 300px": "flex:0 0 min(calc(300px * var(--a11y-scale)), 100%);",
    "width: 1em; padding: 1rem .3em": "width:1em;max-width:100%;padding:1rem .3em;",
    "flex: 1": "flex:1 1 var(--a11y-basis, 0%);",
    "flex: 1 0 0%": "flex:1 0 var(--a11y-basis, 0%);",
    "flex: 1 1 0; height: 4px": "flex:1 1 0;height:4px;--a11y-bar:var(--a11y-line);",
    "flex: 0 0 0": "flex:0 0 0;",
    "flex-basis: 0": "flex-basis:var(--a11y-basis, 0);",
    "width: calc(100% - 1.25rem)": "width:var(--a11y-filled, calc(100% - 1.25rem));",
    "width: calc(100% + 1.25rem)": "width:calc(100% + 1.25rem);",
    "overflow: hidden; overflow-anchor: none": "overflow:auto;overflow-anchor:none;",
    "overflow: hidden; overscroll-behavior: none": "overflow:hidden;overscroll-behavior:none;",
    "margin-left: 15rem": "margin-left:min(15rem, 40%);",
    "margin-left: -15rem": "margin-left:max(-15rem, -1 * var(--a11y-outset, 100vw));",
    "position: absolute; top: 0; bottom: 0; left: 0; width: 15rem; overflow: hidden": (
        "position:absolute;--a11y-inner:var(--a11y-paper);--a11y-laid:none;top:0;"
        "top:anchor(--a11y-panel bottom, 0px);bottom:0;left:0;width:min(15rem, 40%);overflow:hidden;"
    ),
    "position: absolute; right: 0; width: 15%": (
        "position:absolute;--a11y-laid:none;right:0;width:15%;min-width:min-content;"
    ),
    "zoom: .8": "zoom:1;",
    "zoom: 1": "zoom:1;",
    "user-select: none; cursor: none": "",
    "pointer-events: none": "pointer-events:none;",
}

PLACED = {
    "position: absolute; top: 0; right: 0; z-index: 2; padding: .2rem": (
        "position:var(--a11y-corner, absolute);background-color:var(--a11y-backplate);--a11y-laid:none;top:0;"
        "top:anchor(--a11y-panel bottom, 0px);right:0;z-index:2;padding:.2rem;"
    ),
    "position: absolute; top: 0; right: 0; width: 9em": (
        "position:absolute;background-color:var(--a11y-backplate);--a11y-laid:none;top:0;"
        "top:anchor(--a11y-panel bottom, 0px);right:0;"
        "width:9em;max-width:100vw;"
    ),
    "position: absolute; pointer-events: none; transition: all .3s": (
        "position:var(--a11y-corner, absolute);--a11y-laid:none;pointer-events:none;transition:all .3s;"
    ),
    "position: fixed; left: 0; right: 0; z-index: 9": (
        "position:var(--a11y-side, relative);left:auto;right:auto;z-index:9;"
    ),
    "width: 225px; height: 100vh": (
        "width:min(calc(225px * var(--a11y-scale)), max(225px, calc(var(--a11y-view) * 0.2197)));"
        "max-width:100%;height:var(--a11y-fluid, 100vh);min-height:100vh;--a11y-side:absolute;"
    ),
    "width: 50%; height: 100vh": (
        "width:var(--a11y-whole, 50%);height:var(--a11y-tall, var(--a11y-fluid, 100vh));"
        "min-height:var(--a11y-least, 100vh);"
    ),
    "height: 100vh; min-height: 40rem": (
        "height:var(--a11y-tall, var(--a11y-fluid, 100vh));min-height:var(--a11y-least, 40rem);"
    ),
    "height: 50vh": "height:var(--a11y-fluid, 50vh);min-height:50vh;",
    "width: 7rem; height: .25rem; background: #2c3e50": (
        "width:7rem;max-width:100%;height:var(--a11y-fluid, .25rem);min-height:.25rem;"
        "background:var(--a11y-line);"
    ),
    "position: absolute; width: 80px; height: 80px; border-radius: 50%; background: #fc0; color: #fff": (
        "position:var(--a11y-drop, absolute);--a11y-laid:none;width:calc(80px * var(--a11y-scale));"
        "max-width:100vw;height:var(--a11y-fluid, calc(80px * var(--a11y-scale)));"
        "min-height:calc(80px * var(--a11y-scale));border-radius:50%;"
        "background:var(--a11y-surface);color:var(--a11y-text);"
    ),
    "width: 150px; margin-left: -75px": (
        "width:min(calc(150px * var(--a11y-scale)), max(150px, calc(var(--a11y-view) * 0.1465)));"
        "max-width:100%;margin-left:0;transform:translateX(-50%);"
    ),
    "width: 150px; margin-left: -30px": (
        "width:min(calc(150px * var(--a11y-scale)), max(150px, calc(var(--a11y-view) * 0.1465)));"
        "max-width:100%;margin-left:max(-30px, -1 * var(--a11y-outset, 100vw));"
    ),
    "content: ''; position: absolute; inset: 0; background-color: #212529; opacity: .5": (
        'content:"";position:absolute;--a11y-laid:none;inset:0;'
        "background-color:var(--a11y-clear);opacity:var(--a11y-opaque);"
    ),
    "content: ''; position: absolute; inset: 0; background: rgba(0, 0, 0, .5)": (
        'content:"";position:absolute;--a11y-laid:none;inset:0;background:var(--a11y-clear);'
    ),
    "content: ''; position: absolute; inset: 0; background: hsl(10, 20%, 30%)": (
        'content:"";position:absolute;--a11y-laid:none;inset:0;background:var(--a11y-surface);'
    ),
    "position: absolute; inset: 0; background: rgba(0, 0, 0, .5)": (
        "position:absolute;--a11y-laid:none;inset:0;background:var(--a11y-paper);"
    ),
    "position: fixed; top: 0; left: 0; width: 100%; height: 100%": (
        "position:fixed;--a11y-laid:none;top:0;left:0;width:100%;height:100%;"
    ),
    "position: fixed; top: 0; left: 0": (
        "position:fixed;--a11y-laid:none;top:0;top:anchor(--a11y-panel bottom, 0px);left:0;"
    ),
    "position: relative; top: 0": "position:relative;top:0;",
    "position: absolute; top: 100%; z-index: 9": (
        "position:var(--a11y-drop, absolute);background-color:var(--a11y-backplate);"
        "--a11y-laid:none;top:100%;z-index:9;"
    ),
    "position: absolute; top: 9px; z-index: 9": (
        "position:absolute;background-color:var(--a11y-backplate);--a11y-laid:none;top:9px;z-index:9;"
    ),
    "position: fixed; left: -250px": (
        "position:fixed;--a11y-laid:none;"
        "left:calc(-1 * min(calc(250px * var(--a11y-scale)), max(250px, calc(var(--a11y-view) * 0.2441))));"
    ),
    "margin-left: -250px": (
        "margin-left:calc(-1 * min(min(calc(250px * var(--a11y-scale)),"
        " max(250px, calc(var(--a11y-view) * 0.2441))), var(--a11y-padded, 9999px)));"
        "--a11y-pulled:min(min(calc(250px * var(--a11y-scale)),"
        " max(250px, calc(var(--a11y-view) * 0.2441))), var(--a11y-padded, 9999px));"
    ),
    "margin-right: -250px": (
        "margin-right:calc(-1 * min(calc(250px * var(--a11y-scale)),"
        " max(250px, calc(var(--a11y-view) * 0.2441))));"
    ),
    "padding-left: 250px": (
        "padding-left:var(--a11y-pulled, min(calc(250px * var(--a11y-scale)), 25%));"
        "--a11y-padded:var(--a11y-outset);"
    ),
    "padding-right: 250px": ("padding-right:min(calc(250px * var(--a11y-scale)), 25%);"),
    "margin-left: -15px": "margin-left:max(-15px, -1 * var(--a11y-outset, 100vw));",
    "margin-left: -9999px": "margin-left:-9999px;",
}

INSET = {
    "padding: 1rem 3rem": "padding:1rem min(3rem, var(--a11y-inset, 100vw));",
    "padding: 2em": "padding:2em min(2em, var(--a11y-inset, 100vw));",
    "padding: 1em 2em 1em 3em": (
        "padding:1em min(2em, var(--a11y-inset, 100vw)) 1em min(3em, max(var(--a11y-inset, 100vw), 30%));"
    ),
    "padding: 0 15px 0 20px": "padding:0 min(15px, var(--a11y-inset, 100vw)) 0 min(20px, var(--a11y-inset, 100vw));",
    "padding: 0 1em 0 20px": "padding:0 1em 0 20px;",
    "padding: 40px": "padding:40px min(40px, var(--a11y-inset, 100vw));",
    "padding-left: 15px; padding-right: 15px": (
        "padding-left:min(15px, var(--a11y-inset, 100vw));padding-right:min(15px, var(--a11y-inset, 100vw));"
    ),
    "padding-left: 15px": "padding-left:15px;",
    "padding: .3em": "padding:.3em;",
    "padding: var(--p)": "padding:var(--a11y-cushion, var(--p));",
    "margin: var(--m)": "margin:var(--a11y-apart, var(--m));",
    "height: 1px; padding: var(--p)": "height:1px;padding:var(--p);",
    "padding: 0 5%": "padding:0 5%;",
    "margin: 0 auto": "margin:0 auto;",
    "margin: 0 -1.5rem": "margin:0 max(-1.5rem, -1 * var(--a11y-outset, 100vw));",
    "margin: 0 calc(-.5 * var(--g))": (
        "margin:0 clamp(-1 * var(--a11y-outset, 100vw), calc(-.5 * var(--g)), var(--a11y-inset, 100vw));"
    ),
    "margin-left: 3rem": "margin-left:min(3rem, var(--a11y-apart, 100vw));",
    "margin-left: 15px; margin-right: 15px": (
        "margin-left:min(15px, var(--a11y-inset, 100vw));"
        "margin-right:min(15px, var(--a11y-inset, 100vw));"
    ),
    "margin: 0 8px 0 0": "margin:0 min(8px, var(--a11y-apart, 100vw)) 0 0;",
    "max-width: none": "max-width:var(--a11y-limit, none);",
    "overflow-x: auto": "overflow-x:auto;contain:var(--a11y-contain);",
    "overflow-x: hidden": "overflow-x:hidden;",
    "flex-direction: column": "flex-direction:column;--a11y-wrap:nowrap;",
    "transform: translate(-280px, 0)": (
        "transform:translate(calc(-280px * var(--a11y-scale)), 0);"
    ),
    "transform: translateY(-8px)": "transform:translateY(-8px);",
    "margin-left: 55px; margin-top: -40px": (
        "margin-left:min(calc(55px * var(--a11y-scale)), var(--a11y-apart, 100vw));"
        "margin-top:max(calc(-40px * var(--a11y-scale)), -1 * var(--a11y-outset, 100vw));"
    ),
    "margin-left: 55px; margin-top: -10px": (
        "margin-left:min(55px, var(--a11y-apart, 100vw));margin-top:-10px;"
    ),
    "position: absolute; margin-left: -20px": (
        "position:absolute;--a11y-laid:none;margin-left:min(-20px, var(--a11y-hung, 0px));"
    ),
    "position: fixed; bottom: 20px; right: 20px": (
        "position:var(--a11y-drop, fixed);--a11y-laid:none;"
        "bottom:calc(20px * var(--a11y-scale));right:20px;"
    ),
    "position: fixed; top: 0; inset-inline-start: 240px; inset-inline-end: 0": (
        "position:var(--a11y-side, relative);top:auto;inset-inline-start:auto;margin-inline-start:var(--a11y-beside, 240px);"
        "inset-inline-end:auto;"
    ),
    "margin-inline-start: -1rem": "margin-inline-start:max(-1rem, -1 * var(--a11y-outset, 100vw));",
    "margin-inline-end: calc(-1 * var(--g))": (
        "margin-inline-end:"
        "clamp(-1 * var(--a11y-outset, 100vw), calc(-1 * var(--g)), var(--a11y-apart, 100vw));"
    ),
    "position: absolute; left: 15%; right: 15%; bottom: 1rem; color: #fff": (
        "position:static;left:15%;margin-left:15%;right:15%;margin-right:15%;bottom:1rem;"
        "color:var(--a11y-text);"
    ),
    "position: absolute; left: 15%; right: 0; bottom: 1rem; color: #fff": (
        "position:static;left:15%;right:0;bottom:1rem;color:var(--a11y-text);"
    ),
    "position: relative; right: -21px": (
        "position:relative;right:max(-21px, -1 * var(--a11y-outset, 100vw));"
    ),
    "margin-inline-start: auto": "margin-inline-start:auto;",
    "padding-inline: 2rem": "padding-inline:min(2rem, var(--a11y-inset, 100vw));",
}

GRID = {
    "grid-template-columns: 200px 1fr": (
        "grid-template-columns:var(--a11y-tracks, min(calc(200px * var(--a11y-scale)), 100%) 1fr);"
    ),
    "grid-template-columns: repeat(3, minmax(0, 1fr))": (
        "grid-template-columns:var(--a11y-tracks, repeat(3, minmax(0, 1fr)));"
    ),
    "position: absolute; top: 50%; left: 9px; width: 14px; height: 14px; color: #999": (
        "position:absolute;top:50%;left:9px;width:calc(14px * var(--a11y-scale));max-width:100vw;"
        "height:var(--a11y-fluid, calc(14px * var(--a11y-scale)));"
        "min-height:calc(14px * var(--a11y-scale));color:var(--a11y-text);"
    ),
    "position: absolute; top: 50%; right: 6px; line-height: 2; transform: translateY(-50%)": (
        "position:absolute;background-color:var(--a11y-backplate);--a11y-laid:none;"
        "top:50%;right:6px;line-height:2;transform:translateY(-50%);"
    ),
    "position: absolute; top: 50%; left: 50%; line-height: 2; transform: translateY(-50%)": (
        "position:static;top:50%;left:50%;line-height:2;transform:none;"
    ),
    "position: fixed; top: 0; bottom: 0; width: 100%; max-width: 250px": (
        "position:fixed;--a11y-laid:none;top:0;top:anchor(--a11y-panel bottom, 0px);bottom:0;"
        "width:100%;max-width:min(calc(250px * var(--a11y-scale)), 100vw);"
    ),
    "grid-template-columns: repeat(auto-fill, minmax(300px, 1fr))": (
        "grid-template-columns:var(--a11y-tracks, repeat(auto-fill,"
        " minmax(min(calc(300px * var(--a11y-scale)), 100%), 1fr)));"
    ),
    "grid-template-columns: 40px 1fr": "grid-template-columns:var(--a11y-pair, 40px 1fr);",
    "grid-template-columns: subgrid": "grid-template-columns:subgrid;",
    "grid-template-columns: none": "grid-template-columns:none;",
    'grid-template-areas: "a b"': 'grid-template-areas:var(--a11y-areas, "a b");',
    'grid-template: "a b" 1fr / 9px 1fr': 'grid-template:var(--a11y-template, "a b" 1fr / 9px 1fr);',
    "grid-area: head": "grid-area:var(--a11y-cell, head);",
    "grid-area: 1 / 1": "grid-area:var(--a11y-cell, 1 / 1);background-color:var(--a11y-backplate);",
    "grid-area: 1 / 1 / -1 / -1": (
        "grid-area:var(--a11y-cell, 1 / 1 / -1 / -1);background-color:var(--a11y-backplate);"
    ),
    "grid-area: 1 / 2": "grid-area:var(--a11y-cell, 1 / 2);",
    "position: absolute; height: 100%; padding: 9px; color: red": (
        "position:static;height:auto;padding:9px min(9px, var(--a11y-inset, 100vw));color:var(--a11y-text);"
    ),
    "position: relative; height: 100%": "position:relative;height:100%;",
    "grid-row: 1 / 1": "grid-row:var(--a11y-cell, 1 / 1);",
    "grid-area: 1 / 1 / 3 / 4": "grid-area:var(--a11y-cell, 1 / 1 / 3 / 4);",
    "grid-column: auto": "grid-column:auto;",
    "grid-auto-flow: column": "grid-auto-flow:var(--a11y-flow, column);",
    "grid-auto-flow: dense": "grid-auto-flow:dense;",
    "columns: 3 200px": "columns:var(--a11y-cell, 3 calc(200px * var(--a11y-scale)));",
    "column-count: 1": "column-count:1;",
    "display: flex": "display:flex;overflow-wrap:var(--a11y-direct);",
    "display: table-cell": "display:var(--a11y-stack, table-cell);overflow-wrap:break-word;",
    "display: inline-flex": "display:inline-flex;overflow-wrap:var(--a11y-direct, break-word);",
    "display: block": "display:block;",
    "display: none": "display:none;",
    "flex-shrink: 0": "flex-shrink:var(--a11y-shrink, 0);",
    "flex-basis: 225px; flex-shrink: 0": (
        "flex-basis:min(calc(225px * var(--a11y-scale)), 100%);flex-shrink:0;"
    ),
    "flex-shrink: 1": "flex-shrink:1;",
    "flex: 0 0 50%": "flex:0 0 var(--a11y-whole, 50%);",
    "max-width: 50%": "max-width:var(--a11y-limit, 50%);",
    "width: calc(50% - 8px)": "width:var(--a11y-whole, calc(50% - 8px));",
    "width: 100vw; margin-left: calc(50% - 50vw)": "width:100vw;margin-left:calc(50% - 50vw);",
    "width: var(--w)": "width:var(--a11y-size-w,var(--w));max-width:100%;",
    "height: var(--h); overflow: hidden": (
        "height:var(--a11y-fluid, var(--a11y-size-h,var(--h)));"
        "min-height:var(--a11y-size-h,var(--h));overflow:visible;"
    ),
    "height: 200px; overflow-y: auto": "height:calc(200px * var(--a11y-scale));overflow-y:auto;",
    "height: 100%; overflow: hidden": "height:100%;overflow:hidden;",
}

MOTION = {
    "scroll-behavior: smooth": "scroll-behavior:auto;",
    "text-decoration: blink": "text-decoration:none;",
    "behavior: url(pie.htc); -moz-binding: url(x.xml#y)": "",
    "width: expression(document.body.clientWidth)": "",
    "transition: all .3s": "transition:all .3s;",
}

CASES = [
    *COLOUR.items(),
    *IMAGE.items(),
    *BOX.items(),
    *PLACED.items(),
    *INSET.items(),
    *GRID.items(),
    *MOTION.items(),
]


@pytest.mark.parametrize(("before", "after"), CASES, ids=[before for before, _ in CASES])
def test_a_block_becomes_a_block_of_roles(before: str, after: str, style: Rewrite) -> None:
    assert style(before) == after


def test_a_fixed_height_that_hides_what_overflows_shows_it(style: Rewrite) -> None:
    assert style("height: 40px; overflow: hidden").endswith("overflow:visible;")


def test_the_root_has_no_floor_because_it_is_the_measure_of_rem(sheet: Rewrite) -> None:
    assert sheet("html{font-size:62.5%}") == "html{font-size:calc(62.5% * var(--a11y-scale));}"


def test_room_for_what_is_no_child_is_kept(sheet: Rewrite) -> None:
    room = "margin-left:min(2.5rem, max(var(--a11y-apart, 100vw), 30%));"
    assert room in sheet(".alert > * { margin-left: 2.5rem }")
    assert room in sheet(".a>*, .b > * { margin-left: 2.5rem }")
    assert room not in sheet(".a > *, p { margin-left: 2.5rem }")
    assert room not in sheet(".a > * { margin-left: 2.5rem; margin-right: 1rem }")


def test_what_only_screen_readers_read_stands_within_the_window(sheet: Rewrite) -> None:
    hidden = "position: absolute; width: 1px; height: 1px; clip-path: inset(50%)"
    assert "margin:-1px;" in sheet(f".h {{ {hidden}; margin: 0 }}")
    assert "margin:0;" in sheet(".h { width: 1px; height: 1px; margin: 0 }")


def test_root_and_body_in_one_list_are_told_apart(sheet: Rewrite) -> None:
    after = sheet("html, body{font-size:14px;background:url(a.png)}")
    assert "html{font-size:calc(14px * var(--a11y-scale));" in after
    assert (
        "body{font-size:clamp(var(--a11y-min), calc(14px * var(--a11y-scale)), var(--a11y-max));"
        in after
    )


def test_selected_text_is_left_to_the_theme(sheet: Rewrite) -> None:
    assert sheet("::selection{background:#b3d4fc;color:#000}") == "::selection{}"
