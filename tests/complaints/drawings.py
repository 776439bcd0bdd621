"""Pictures for the pages: drawn here, so that every pixel is known."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

GREEN = (0, 160, 60)
"""What the photograph has and no theme has."""


def saved(picture: Image.Image, kind: str = "png") -> tuple[str, bytes]:
    file = io.BytesIO()
    picture.save(file, kind)
    return f"image/{kind}", file.getvalue()


def photograph() -> Image.Image:
    """Green, with black and white fields: no colour of text can be read on all of it."""
    picture = Image.new("RGB", (800, 400), GREEN)
    draw = ImageDraw.Draw(picture)
    for left in range(0, 800, 40):
        draw.rectangle((left, 0, left + 9, 399), fill="white")
        draw.rectangle((left + 20, 0, left + 29, 399), fill="black")
    return picture


def glyph(colour: str, size: int = 24) -> Image.Image:
    """A ring on nothing, as icons and emblems are drawn."""
    picture = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    edge, width = size // 8, max(2, size // 6)
    ImageDraw.Draw(picture).ellipse((edge, edge, size - edge, size - edge), None, colour, width)
    return picture


RING = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' width='24' height='24'>"
    "<path d='M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20m0 5a5 5 0 1 1 0 10 5 5 0 0 1 0-10'{}/></svg>"
)
FILES = {
    "photo.jpg": saved(photograph(), "jpeg"),
    "white.png": saved(Image.new("RGB", (200, 200), "white")),
    "tile.gif": saved(photograph().resize((64, 64)).quantize(8), "gif"),
    "logo.png": saved(glyph("#14213d", 120)),
    "icon.png": saved(glyph("#222")),
    "logo-white.png": saved(glyph("#f4f4f4")),
    "icon.svg": ("image/svg+xml", RING.format(" fill='#222'").encode()),
    "bare.svg": ("image/svg+xml", RING.format("").encode()),
}
