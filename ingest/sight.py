"""Which characters of a page a reader can see: those that leave a trace in the page's picture. Pure.

A page is drawn twice, with its text and without. Where a character's box looks the same in both, the character cannot
be seen, whatever hides it: white ink on white paper, a shape over it, full transparency, an invisible rendering mode, a
clip, a hidden layer or a place beside the page. White letters on a dark band differ from the band and stay.

Two things this cannot tell: dark letters under a shape over which other letters are printed in the very same place pass
for seen, and so does the text layer of a scanned page wherever the scan shows ink, whatever the ink says.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.characters import Character

Picture = NDArray[np.uint8]
"""A page as drawn: rows of pixels, from 0 (black) to 255 (white)."""

_FAINT = 32  # of 256 greys: yellow on white differs by 29; the faintest letter of 1,280 real pages by 72
_TINIEST = 2.0  # points of height: small print has 5, and what is smaller cannot be read on paper
_INNER = 0.15  # of a box's width, at either side: there the strokes of the next letter may reach in
_ROWS = 24  # of a box that are looked at: all of print of common size, and enough of larger letters
_INK = 64  # of 256 greys: print on scanned paper differs from it by more, the paper's own grain by less


def traced(characters: Sequence[Character], with_text: Picture, without: Picture, scale: float) -> list[bool]:
    """For each character whether the two pictures, of `scale` pixels a point, differ where it stands."""
    return _any_in(characters, _apart(with_text, without) >= _FAINT, scale)


def inked(characters: Sequence[Character], picture: Picture, scale: float) -> list[bool]:
    """For each character whether the picture differs from its own paper, the commonest grey, where it stands."""
    paper = np.bincount(picture.ravel(), minlength=256).argmax().astype(np.uint8)
    return _any_in(characters, _apart(picture, paper) >= _INK, scale)


def _apart(one: Picture, other: Picture | np.uint8) -> Picture:
    return np.maximum(one, other) - np.minimum(one, other)


def _any_in(characters: Sequence[Character], marked: NDArray[np.bool_], scale: float) -> list[bool]:
    """For each character whether a pixel within its box is marked; none is in a box too low to be read.

    How many pixels are marked from the first on tells of each row of a box whether one of its pixels is.
    """
    height, width = marked.shape
    sums = np.zeros(marked.size + 1, np.int32)
    np.cumsum(marked, dtype=np.int32, out=sums[1:])
    x0, y0, x1, y1 = np.array([(one.x0, one.y0, one.x1, one.y1) for one in characters], np.float64).reshape(-1, 4).T
    inner = _INNER * (x1 - x0)
    left = np.clip(np.floor((x0 + inner) * scale), 0, width).astype(np.intp)
    right = np.clip(np.ceil((x1 - inner) * scale), 0, width).astype(np.intp)
    top = np.clip(np.floor(y0 * scale), 0, height).astype(np.intp)
    bottom = np.clip(np.ceil(y1 * scale), 0, height).astype(np.intp)
    rows = top[:, None] + (bottom - top)[:, None] * np.arange(_ROWS) // _ROWS
    rows = np.minimum(rows, height - 1) * width
    found = (sums[rows + right[:, None]] > sums[rows + left[:, None]]).any(axis=1) & (bottom > top)
    readable: list[bool] = (found & (np.maximum(x1 - x0, y1 - y0) >= _TINIEST)).tolist()
    return readable
