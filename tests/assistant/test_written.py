"""A turn that is written down and read again is the same, whatever is in it."""

import json
from dataclasses import replace
from datetime import date

import pytest
from langchain_core.runnables import Runnable

from assistant.answer import Answer, Writing
from assistant.chain import Asked
from assistant.citations import Citation, Claim
from assistant.conversation import Conversation, Turn
from assistant.periods import Period, When
from assistant.question import Question
from assistant.written import UNREADABLE, read_turn, write_turn
from corpus.chunk import Passage
from tests.builders import full_entry
from tests.fakes import HOSTILE

ENTRY = full_entry()


def full_turn() -> Turn:
    """A turn with every field of every noun in use."""
    when = When((Period(date.min, date(2019, 12, 31), (2019,)),), newest=2, past=0, compared=True)
    question = Question(
        f"And {HOSTILE}?",
        "And then?",
        "over time",
        ("Wickersea",),
        (2016,),
        "SIF",
        ("leaders",),
        (ENTRY.report.id,),
        "kites",
        "wording",
        "a report",
        "One part.",
        (ENTRY.chunks[0].id,),
        when,
    )
    second, third = ENTRY.paragraphs[1:]
    return Turn(
        "And\t\x00then? 🦆\u202e",
        Answer(
            question,
            "in the reports",
            (Claim("Kites fly.", (1, 2), "Wickersea, inspected March 2016"), Claim("Not yet.", (), proven=False)),
            (Citation(1, second, ENTRY.report, (third,)), Citation(2, third, ENTRY.report)),
            (Passage(ENTRY.chunks[1], 0.5, 7.25, 0.03, 4.5),),
            "One report was searched.",
            0.123,
            writing=Writing("openai:small", 120, 30, 1, 0, 1.5),
        ),
    )


def test_a_turn_comes_back_equal_in_all_that_is_shown() -> None:
    given = full_turn()
    read = read_turn(write_turn(given), given.asked)
    assert read == replace(given, answer=replace(given.answer, passages=read.answer.passages))


def test_of_the_passages_those_stay_that_the_next_question_needs() -> None:
    cited, other = ENTRY.chunks[1], replace(ENTRY.chunks[0], paragraph_ids=(ENTRY.paragraphs[0].id,))
    given = full_turn()
    answer = replace(given.answer, passages=(Passage(cited, 0.5, relevance=3.0), Passage(other)))
    read = read_turn(write_turn(replace(given, answer=answer)), given.asked)
    assert read.answer.passages == (Passage(replace(cited, text="")),)


def test_a_report_that_is_cited_often_is_written_once() -> None:
    written = write_turn(full_turn())
    assert written.count(json.dumps(ENTRY.report.title, ensure_ascii=False)) == 1


def test_half_a_character_becomes_a_question_mark() -> None:
    given = Turn("half \ud83e of one", Answer(Question("a", "a"), "not understood", note="half \udd86"))
    read = read_turn(write_turn(given), given.asked)
    assert (read.asked, read.answer.note) == ("half ? of one", "half ?")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "null",
        '{"turn": {"asked": "Kites?"}}',
        write_turn(full_turn()).replace('"in the reports"', '"of an older sort"'),
        write_turn(full_turn()).replace(f'"{ENTRY.report.id}":', '"another":'),
    ],
)
def test_what_another_version_wrote_is_left_out_with_a_plain_sentence(written: str) -> None:
    read = read_turn(written, "Kites?")
    assert (read.asked, read.answer.note, read.answer.claims) == ("Kites?", UNREADABLE, ())


def test_real_answers_come_back_equal_and_the_next_question_is_understood_the_same(
    chain: Runnable[Asked, Answer],
) -> None:
    now = kept = Conversation()
    for asked in ("What was Saltmere judged in 2019?", "Why?", "And in 2022?", "What needs to improve?"):
        answer = chain.invoke(Asked(asked, now))
        again = chain.invoke(Asked(asked, kept))
        assert replace(answer, seconds=0) == replace(again, seconds=0)
        turn = Turn(asked, answer)
        read = read_turn(write_turn(turn), asked)
        assert read == replace(turn, answer=replace(answer, passages=read.answer.passages))
        assert answer.citations
        now, kept = now + turn, kept + read
