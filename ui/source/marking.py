"""Where a paragraph's marks lie on the picture of a page."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.report import Box

SCALE = 2.0
"""Pixels a point: sharp on a screen of twice the usual density, and when the page is enlarged to 200 %."""
_ROOM = 2.0  # points around the letters, so that the mark does not touch them


@dataclass(frozen=True, slots=True)
class Mark:
    """A rectangle on a page, in per cent of the page's width and height."""

    left: float
    top: float
    width: float
    height: float

    @property
    def style(self) -> str:
        """The same for a style attribute."""
        return f"left:{self.left:.3f}%;top:{self.top:.3f}%;width:{self.width:.3f}%;height:{self.height:.3f}%"


def size(picture: bytes) -> tuple[float, float]:
    """Width and height in points of the page that a PNG picture at SCALE shows."""
    width, height = struct.unpack(
        ">II", picture[16:24]
    )  # the header's place is fixed: https://www.w3.org/TR/png-3/#11IHDR
    return width / SCALE, height / SCALE


def marks(boxes: Iterable[Box], page: int, width: float, height: float) -> tuple[Mark, ...]:
    """The marks for those of the boxes that lie on a page (from 1) of this width and height in points."""
    found = []
    for box in boxes:
        left, right = max(box.x0 - _ROOM, 0), min(box.x1 + _ROOM, width)
        top, bottom = max(box.y0 - _ROOM, 0), min(box.y1 + _ROOM, height)
        if box.page == page and left < right and top < bottom:
            found.append(
                Mark(
                    100 * left / width, 100 * top / height, 100 * (right - left) / width, 100 * (bottom - top) / height
                )
            )
    return tuple(found)
