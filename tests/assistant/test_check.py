"""A sentence that nothing supports does not reach the reader."""

from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.check import check
from assistant.citations import Citation, Claim
from assistant.question import Question
from tests.assistant.made import paragraph, report

TEXT = "Social workers’ caseloads are much too high, and visits\nare late."


def answer(*claims: Claim) -> Answer:
    """An answer with two citations."""
    citations = (Citation(1, paragraph(TEXT), report()), Citation(2, paragraph("Leaders know this.", 1), report()))
    return Answer(Question("q", "q"), "in the reports", claims, citations)


GOOD = Claim("Caseloads are “much too high, and visits are late”.", (1,))


def test_an_answer_whose_sentences_all_stand_is_unchanged() -> None:
    whole = answer(GOOD, Claim("Leaders know this.", (2,)))
    assert check(whole) == whole


@pytest.mark.parametrize(
    "bad",
    [
        Claim("Caseloads are high.", ()),
        Claim("Caseloads are “pleasantly low for everybody”.", (1,)),
        Claim("It says “much too high, and visits are late”.", (2,)),
        Claim("It says “much too high, and visits are late”.", (3,)),
        Claim("It says “late. Leaders know this”.", (1, 2)),
        Claim("It says “oo high, and visits are la”.", (1,)),
        Claim("It says “всё хорошо и без забот”.", (1,)),
        Claim("It says “much too high, and visits are late” and “nobody has noticed it”.", (1,)),
    ],
    ids=[
        "without a citation",
        "a quotation that no paragraph holds",
        "a quotation of another paragraph",
        "a citation that does not exist",
        "a quotation put together from two paragraphs",
        "a quotation that begins and ends inside words",
        "a quotation in other letters",
        "one of two quotations that no paragraph holds",
    ],
)
def test_a_sentence_that_does_not_stand_goes_and_the_rest_stays(bad: Claim) -> None:
    assert check(answer(bad, GOOD)).claims == (GOOD,)


@pytest.mark.parametrize(
    "claim",
    [
        Claim("It says “MUCH TOO HIGH — and visits are late”.", (1,)),
        Claim("A ‘grade’ of “good”.", (1,)),
        Claim("“Social workers' caseloads” and “Leaders know this”.", (1, 2)),
    ],
    ids=["other capitals and dashes", "a single word", "quotations from two paragraphs"],
)
def test_a_quotation_may_differ_in_print_but_not_in_words(claim: Claim) -> None:
    assert check(answer(claim)).claims == (claim,)


def test_a_sentence_that_is_not_yet_proven_stays_only_while_the_answer_grows() -> None:
    whole = answer(GOOD, Claim("Leaders know this.", (), proven=False))
    assert check(replace(whole, finished=False)) == replace(whole, finished=False)
    assert check(whole).claims == (GOOD,)
