"""What a person may write: dates in any British form, choices in any case, and plain sentences on what does not fit."""

from datetime import date

import pytest

from assistant.exports.sheet import Cell
from assistant.improvements.fields import LONGEST_TEXT, fit, name_field
from corpus.errors import WrongUse


@pytest.mark.parametrize(
    "written",
    [date(2027, 3, 5), "5/3/2027", "05/03/2027", "5.3.2027", "5-3-2027", "2027-03-05", "5 March 2027", " 5 Mar 2027\n",
     "2027-03-05 00:00:00", "2027-03-05T00:00"],
)  # fmt: skip
def test_a_day_is_understood_as_it_is_written_in_britain(written: Cell) -> None:
    assert fit("due", written) == "2027-03-05"


@pytest.mark.parametrize("written", ["31/02/2027", "soon", "03/2027", 46086, "5/3/27", "1/1/1875", "1 May 3000", 1.5])
def test_what_is_no_day_is_told(written: Cell) -> None:
    with pytest.raises(WrongUse, match="write a date such as 31/03/2027"):
        fit("due", written)


@pytest.mark.parametrize("name", ["due", "owner", "actions", "notes", "decision ILACS 2022-05-13", "received"])
@pytest.mark.parametrize("empty", [None, "", "  \n"])
def test_nothing_is_nothing(name: str, empty: Cell) -> None:
    assert fit(name, empty) == ""


def test_a_rating_without_words_is_the_first() -> None:
    assert (fit("action", None), fit("impact", "")) == ("not begun", "none seen yet")


def test_choices_are_understood_in_any_case_and_others_are_told() -> None:
    assert (fit("action", " Under Way "), fit("decision ILACS 2022-05-13", "Not mentioned")) == (
        "under way",
        "not mentioned",
    )
    with pytest.raises(WrongUse, match="Impact cannot be “huge”: choose none seen yet, some, sustained"):
        fit("impact", "huge")


def test_words_lose_what_cannot_be_printed_and_keep_their_lines() -> None:
    assert fit("actions", " one\r\ntwo\x00\tthree \n") == "one\ntwo  three"
    assert fit("owner", "Bo\nMarsh  ") == "Bo Marsh"
    assert fit("owner", 7) == "7"


def test_what_is_too_long_is_told() -> None:
    with pytest.raises(WrongUse, match="Actions may have 10,000 characters at most"):
        fit("actions", "x" * (LONGEST_TEXT + 1))
    with pytest.raises(WrongUse, match="Owner may have 200 characters"):
        fit("owner", "x" * 201)


def test_fields_have_names_for_people() -> None:
    names = [name_field(name) for name in ("notes", "decision ILACS 2022-05-13", "link 5f", "received")]
    assert names == ["Evidence notes", "Decision on the May 2022 inspection", "Link", "Received"]
