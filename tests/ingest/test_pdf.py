"""PDF files: what is printed is read, and what is hostile ends soon with a plain reason."""

import time
import zlib
from collections.abc import Callable

import pytest

from corpus.errors import UnreadableFile
from ingest import pdf
from tests.ingest.pdfs import Words, content, file, stream
from tests.ingest.pdfs import pdf as built

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE_WITH_FONT = PAGE.replace(b"/Contents", b"/Resources << /Font << /F1 %s >> >> /Contents" % HELVETICA)


def test_a_line_is_read_with_its_page_place_size_and_weight() -> None:
    found = pdf.lines(built(content(Words("Saltmere keeps children safe.", 72, 700, font="F2"))), "saltmere.pdf")
    (line,) = found.lines
    assert (line.text, line.page, line.size, line.bold) == ("Saltmere keeps children safe.", 1, 12.0, True)
    assert line.x0 == pytest.approx(72, abs=1)
    assert line.y0 < 842 - 700 < line.y1
    assert found.heights == (842,)


def test_slanted_type_is_told_from_upright() -> None:
    found = pdf.lines(built(content(Words("Adoption", 72, 700, font="F3"), Words("Care leavers", 72, 660))), "a.pdf")
    assert [line.italic for line in found.lines] == [True, False]


def test_a_word_drawn_in_several_pieces_is_one_word() -> None:
    found = pdf.lines(built(content(Words("Salt", 72, 700), Words("mere", 94, 700))), "a.pdf")
    assert [line.text for line in found.lines] == ["Saltmere"]


def test_cells_far_apart_on_one_line_are_two_lines() -> None:
    found = pdf.lines(built(content(Words("Overall effectiveness", 72, 700), Words("Good", 360, 700))), "a.pdf")
    assert [line.text for line in found.lines] == ["Overall effectiveness", "Good"]


def test_columns_of_a_table_twelve_points_apart_are_two_lines() -> None:
    label = Words("The experiences of care leavers", 72, 700)  # ends at 242.7
    found = pdf.lines(built(content(label, Words("Good", 254.7, 700))), "a.pdf")
    assert [line.text for line in found.lines] == ["The experiences of care leavers", "Good"]


def test_a_tab_behind_a_colon_stays_within_its_line() -> None:
    found = pdf.lines(built(content(Words("Lead inspector:", 72, 700), Words("A. Mere", 166, 700))), "a.pdf")
    assert [line.text for line in found.lines] == ["Lead inspector: A. Mere"]


def test_a_footnote_s_number_well_above_its_text_marks_it_too() -> None:
    words = (Words("3", 72, 100, size=8, rise=5.5), Words("Census of Saltmere.", 79, 100, size=9))
    (line,) = pdf.lines(built(content(*words)), "a.pdf").lines
    assert (line.mark, line.text) == ("footnote", "3 Census of Saltmere.")


def test_a_number_stays_with_its_paragraph_however_far_it_stands_off() -> None:
    found = pdf.lines(built(content(Words("12.", 72, 700), Words("Help comes early.", 115, 700))), "a.pdf")
    assert [line.text for line in found.lines] == ["12. Help comes early."]


def test_a_raised_footnote_mark_is_left_out_of_its_word() -> None:
    words = (Words("schools", 72, 700), Words("3", 112.1, 700, size=7, rise=5), Words(", all", 116, 700))
    assert pdf.lines(built(content(*words)), "a.pdf").lines[0].text == "schools, all"


def test_a_raised_number_in_front_marks_a_footnote() -> None:
    words = (Words("3", 72, 100, size=7, rise=4), Words("Census of Saltmere.", 77, 100, size=10))
    (line,) = pdf.lines(built(content(*words)), "a.pdf").lines
    assert (line.mark, line.text) == ("footnote", "3 Census of Saltmere.")


def test_places_on_a_turned_page_are_those_that_the_reader_sees() -> None:
    page = "/MediaBox [0 0 595 842] /Rotate 90"
    (line,) = pdf.lines(built(b"BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Turned.) Tj ET", page=page), "a.pdf").lines
    assert (line.text, line.size, line.italic) == ("Turned.", 12, False)
    assert line.x0 == pytest.approx(72, abs=1)
    assert line.y0 < 100 < line.y1


def test_places_count_from_the_corner_of_the_part_that_is_shown() -> None:
    page = "/MediaBox [0 0 800 1000] /CropBox [50 100 645 942]"
    (line,) = pdf.lines(built(content(Words("Shown.", 122, 800)), page=page), "a.pdf").lines
    assert line.x0 == pytest.approx(72, abs=1)
    assert line.y0 < 942 - 800 < line.y1


def test_a_page_is_drawn_as_a_png() -> None:
    assert pdf.render(built(content(Words("Drawn.", 72, 700))), 1, 1.0).startswith(b"\x89PNG")


def test_a_page_that_is_not_there_is_not_drawn() -> None:
    with pytest.raises(UnreadableFile, match="no page 2"):
        pdf.render(built(content(Words("One page.", 72, 700))), 2, 1.0)


def test_a_bracketed_number_in_front_marks_a_footnote_too() -> None:
    words = (Words("[2]", 72, 100, size=6, rise=4), Words("Homes in Saltmere.", 84, 100, size=10))
    (line,) = pdf.lines(built(content(*words)), "a.pdf").lines
    assert (line.mark, line.text) == ("footnote", "2 Homes in Saltmere.")


def test_pages_of_pictures_are_told_to_need_text_recognition() -> None:
    with pytest.raises(UnreadableFile, match=r"scan\.pdf: its pages are pictures without text; run text recognition"):
        pdf.lines(built(b"0 0 100 100 re f"), "scan.pdf")


def test_a_file_cut_short_is_told_to_be_damaged() -> None:
    whole = built(content(Words("Cut.", 72, 700)))
    with pytest.raises(UnreadableFile, match="damaged or cut short"):
        pdf.lines(whole[: len(whole) // 2], "cut.pdf")


def test_a_locked_file_is_told_to_have_a_password() -> None:
    lock = b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O (%s) /U (%s) >> /ID [(a) (a)]" % (
        b"o" * 32,
        b"u" * 32,
    )
    with pytest.raises(UnreadableFile, match="password"):
        pdf.lines(file([CATALOGUE, ONE_PAGE, PAGE, stream(b"")], lock), "locked.pdf")


def _bomb() -> bytes:
    """A gigabyte of text in three megabytes."""
    packer = zlib.compressobj(9)
    text = b"BT /F1 12 Tf (children are safe) Tj ET\n" * 30_000
    packed = b"".join(packer.compress(text) for _ in range(900)) + packer.flush()
    body = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    return file([CATALOGUE, ONE_PAGE, PAGE_WITH_FONT, body])


def _nested_bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b"\0" * 300_000_000, 9), 9)
    body = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    return file([CATALOGUE, ONE_PAGE, PAGE, body])


def _loop() -> bytes:
    """A drawing that draws itself, many times over."""
    form = b"/Resources << /XObject << /X 5 0 R >> >>"
    inner = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] %s /Length 12 >>\nstream\n/X Do /X Do \nendstream" % form
    return file(
        [CATALOGUE, ONE_PAGE, PAGE.replace(b"/Contents", form + b" /Contents"), stream(b"/X Do " * 1000), inner]
    )


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param(_bomb, id="a gigabyte of text in three megabytes"),
        pytest.param(_nested_bomb, id="a stream packed twice"),
        pytest.param(_loop, id="a drawing that draws itself"),
        pytest.param(lambda: file([CATALOGUE, ONE_PAGE, PAGE] + [b"<< /A 1 >>"] * 1_000_000), id="a million objects"),
        pytest.param(
            lambda: file([CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>"]),
            id="a page tree in itself",
        ),
        pytest.param(lambda: file([CATALOGUE, b"[" * 500_000]), id="half a million brackets"),
        pytest.param(lambda: built(*[content(Words("x", 72, 700))] * 1_500), id="far too many pages"),
    ],
)
def test_a_hostile_file_ends_within_a_minute_and_the_next_one_is_read(hostile: Callable[[], bytes]) -> None:
    data = hostile()
    started = time.monotonic()
    with pytest.raises(UnreadableFile, match=r"^hostile\.pdf: .+; .+"):
        pdf.lines(data, "hostile.pdf")
    assert time.monotonic() - started < 60
    assert pdf.lines(built(content(Words("Still here.", 72, 700))), "next.pdf").lines[0].text == "Still here."


def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "SECONDS", 0.0)
    with pytest.raises(UnreadableFile, match="more time or memory"):
        pdf.lines(built(*[content(Words("Slow.", 72, 700))] * 500), "slow.pdf")
