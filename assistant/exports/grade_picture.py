"""Grades as a picture for documents and slides: a dot for each inspection on a lane for each grade, joined by nothing.

Inspections of different frameworks do not compare, and a line would say that they do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import get_args

from PIL import Image, ImageDraw, ImageFont

from assistant.briefings.pack import GradeTable
from assistant.paper import shown
from corpus.report import Grade

_WIDTH, _LANE, _LEFT, _TOP, _FOOT = 1600, 84, 400, 30, 110  # pixels, twice as many as are shown
_INK, _LANES, _PAPER = "#1d242b", "#c9d1d8", "#ffffff"
_COLOURS: dict[Grade, str] = {
    "outstanding": "#0b4f9e",
    "good": "#1a6b3a",
    "requires improvement": "#8a4b00",
    "adequate": "#5b4b8a",
    "inadequate": "#a3161b",
}
"""As on the screen; each has its own form as well."""
_SIDES: dict[Grade, int] = {"outstanding": 3, "requires improvement": 4, "adequate": 5, "inadequate": 4}
_TURNED: dict[Grade, int] = {"requires improvement": 45}  # degrees: a square on its corner
_DOT = 20  # pixels from a dot's middle to its edge
_LARGEST, _SMALLEST = 30, 14  # pixels of the letters below a dot


@dataclass(frozen=True, slots=True)
class GradePicture:
    """A PNG, and in words what it shows."""

    png: bytes
    words: str


def draw_grades(table: GradeTable) -> GradePicture | None:
    """The picture of a table's first area, overall effectiveness where that was judged; None for grades of no scale."""
    area, given = table.rows[0]
    dots = [(at, _on_scale(row.words)) for at, row in enumerate(given) if row]
    graded = [(at, grade) for at, grade in dots if grade]
    if not graded or len(graded) < len(dots):
        return None
    used = {grade for _at, grade in graded}
    lanes = [grade for grade in get_args(Grade) if grade != "adequate" or grade in used]
    image = Image.new("RGB", (_WIDTH, _TOP + _LANE * len(lanes) + _FOOT), _PAPER)
    drawing = ImageDraw.Draw(image)
    _draw_lanes(drawing, lanes)
    step = (_WIDTH - _LEFT) / len(table.inspections)
    for at, inspection in enumerate(table.inspections):
        _draw_label(drawing, (_LEFT + step * (at + 0.5), _TOP + _LANE * len(lanes) + 10), inspection, step - 12)
    for at, grade in graded:
        _draw_dot(drawing, (_LEFT + step * (at + 0.5), _TOP + _LANE * (lanes.index(grade) + 0.5)), grade)
    written = BytesIO()
    image.save(written, "PNG")
    said = "; ".join(f"{table.inspections[at]}, {grade}" for at, grade in graded)
    return GradePicture(written.getvalue(), shown(f"Picture of the grades for {area}: {said}."))


def _on_scale(words: str) -> Grade | None:
    """A grade in a report's words on the common scale: "requires improvement to be good" as "requires improvement"."""
    plain = words.lower().strip().replace("require improvement", "requires improvement")
    return next((grade for grade in get_args(Grade) if plain.startswith(grade)), None)


def _draw_lanes(drawing: ImageDraw.ImageDraw, lanes: Sequence[Grade]) -> None:
    for at, grade in enumerate(lanes):
        y = _TOP + _LANE * (at + 0.5)
        drawing.line((_LEFT, y, _WIDTH - 20, y), fill=_LANES, width=3)
        drawing.text((20, y), grade.capitalize(), fill=_INK, font=ImageFont.load_default(34), anchor="lm")


def _draw_label(drawing: ImageDraw.ImageDraw, top: tuple[float, float], inspection: str, room: float) -> None:
    """What an inspection was and when, without whose: "ILACS" and below it "June 2015", in so many pixels."""
    lines = [line.removesuffix(" inspection") for line in inspection.split(", ")[-2:]]
    sizes = range(_LARGEST, _SMALLEST, -2)
    fits = (size for size in sizes if max(map(ImageFont.load_default(size).getlength, lines)) <= room)
    font = ImageFont.load_default(next(fits, _SMALLEST))
    for at, line in enumerate(lines):
        drawing.text((top[0], top[1] + 42 * at), line, fill=_INK, font=font, anchor="ma")


def _draw_dot(drawing: ImageDraw.ImageDraw, middle: tuple[float, float], grade: Grade) -> None:
    """A circle, triangle, diamond, pentagon or square, so that no grade is told by its colour alone."""
    x, y = middle
    if grade == "good":
        drawing.ellipse((x - _DOT, y - _DOT, x + _DOT, y + _DOT), fill=_COLOURS[grade])
    else:
        corners, turned = _SIDES[grade], _TURNED.get(grade, 0)
        drawing.regular_polygon((x, y, _DOT + 4), corners, rotation=turned, fill=_COLOURS[grade])
