"""A paper holds each question with its answer and its sources, and says when and from what it was made."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Writing
from assistant.citations import Claim
from assistant.conversation import Conversation
from assistant.paper import exact, shown, source, write_paper
from tests.assistant.exports.made import MADE, conversation, paper


def test_a_paper_says_when_and_from_what_it_was_made_and_to_check_it() -> None:
    made = "Made on 22 November 2026 by the inspection assistant from 2 reports on 2 councils (2021)."
    assert paper().notes == ("Check the source before you rely on it.", made)


def test_a_paper_that_cites_nothing_names_no_reports() -> None:
    nothing = write_paper("", Conversation(conversation().turns[2:3]), MADE)
    assert nothing.notes[1] == "Made on 22 November 2026 by the inspection assistant."
    assert nothing.title == "A conversation"


def test_a_paper_says_which_model_worded_it_and_what_was_replaced_since() -> None:
    turn = conversation().turns[0]
    worded = replace(turn, answer=replace(turn.answer, writing=Writing("ollama:small", 1, 1, 0, 0, 1.0)))
    notes = write_paper("Bees", Conversation((worded, turn)), MADE, ["It was replaced.", "It was replaced."]).notes
    assert notes[2:] == ("Worded by ollama:small from the sources below each answer.", "It was replaced.")


def test_each_question_stands_with_how_it_was_understood_its_status_and_its_sources() -> None:
    parts, turns = paper().parts, conversation().turns
    assert [part.about for part in parts[:3]] == ["Fennimoor", "“Who does what at night in Fennimoor?” · Fennimoor", ""]
    assert [part.status for part in parts[:3]] == ["In the reports", "In the reports", "The reports do not say"]
    assert [part.question for part in parts] == [turn.asked for turn in turns]
    assert [part.claims for part in parts] == [turn.answer.claims for turn in turns]
    assert [part.citations for part in parts] == [turn.answer.citations for turn in turns]


def test_an_answer_that_is_a_list_is_known_as_one() -> None:
    assert [part.is_list for part in paper().parts] == [True, False, False, False]


def test_sentences_stand_under_their_headings() -> None:
    """Each heading once, as on the screen; a sentence without one stands under the one before."""
    said = [("a", None), ("b", "Fennimoor"), ("c", None), ("d", "Fennimoor"), ("e", "Wickersea")]
    part = replace(paper().parts[0], claims=tuple(Claim(text, (), group) for text, group in said))
    grouped = [(heading, [claim.text for claim in claims]) for heading, claims in part.groups]
    assert grouped == [("", ["a"]), ("Fennimoor", ["b", "c", "d"]), ("Wickersea", ["e"])]


def test_a_source_is_its_title_and_file_and_its_exact_words_line_by_line() -> None:
    cited = paper().parts[1].citations[1]
    assert source(cited) == "Inspection of Fennimoor · fennimoor.md"
    assert exact(cited) == ("Visitors leave", "with honey & wax, 5 < 6.", "1. It is kept.")


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ("Plain – “words” 🦆\nhere.", " Plain – “words” 🦆\nhere.\x00\x0b"),
        ("half  of one", "half \ud83e of one\ufffe"),
        ("\u2068left \u202eto right\u2069", "left \u202eto right"),
        ("\u2068שלום\u2069", "שלום"),
    ],
)
def test_words_are_made_fit_for_every_format(expected: str, words: str) -> None:
    assert shown(words) == expected


@given(st.text(st.characters()))
def test_any_words_are_fit_for_xml(words: str) -> None:
    assert all(
        letter == "\n" or "\x20" <= letter <= "\ud7ff" or "\ue000" <= letter <= "\ufffd" or letter >= "\U00010000"
        for letter in shown(words)
    )
