"""Marks lie where the paragraph's boxes lie."""

import pytest

from corpus.report import Box
from ui.source.marking import Mark, marks, size


def test_a_mark_covers_its_box_with_two_points_of_room() -> None:
    (mark,) = marks([Box(4, 102, 202, 298, 398)], page=4, width=400, height=800)
    assert mark == Mark(left=25, top=25, width=50, height=25)


def test_only_the_boxes_of_the_page_in_view_are_marked() -> None:
    boxes = [Box(1, 10, 10, 20, 20), Box(2, 10, 10, 20, 20)]
    assert len(marks(boxes, page=2, width=100, height=100)) == 1
    assert marks(boxes, page=3, width=100, height=100) == ()


def test_a_mark_does_not_leave_the_page() -> None:
    (mark,) = marks([Box(1, -5, -5, 105, 105)], page=1, width=100, height=100)
    assert mark == Mark(0, 0, 100, 100)


def test_a_box_beside_the_page_is_not_marked() -> None:
    assert marks([Box(1, 300, 300, 320, 320)], page=1, width=100, height=100) == ()


def test_a_mark_says_its_place_as_a_style() -> None:
    assert Mark(1, 2.5, 30, 4).style == "left:1.000%;top:2.500%;width:30.000%;height:4.000%"


def test_the_size_of_a_page_is_read_from_its_picture() -> None:
    header = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + (1190).to_bytes(4, "big") + (1684).to_bytes(4, "big")
    assert size(header) == pytest.approx((595, 842))
