"""Whatever is asked, there is an answer, and the same one twice."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked
from corpus.errors import WrongUse
from tests.assistant.conversations import CONVERSATIONS
from tests.assistant.questions import ACROSS, FACTS, GRADES, LISTS, OVER_TIME, REWORDINGS, UNANSWERABLE

SAID = sorted(
    {wanted.question for wanted in (*FACTS, *LISTS, *GRADES, *OVER_TIME, *ACROSS)}
    | {asks.text for conversation in CONVERSATIONS.values() for asks in conversation}
    | {wording for wordings in REWORDINGS for wording in wordings}
    | {question for _status, question in UNANSWERABLE}
)
PIECES = sorted({word for text in SAID for word in text.split()})
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)
"""Words of real questions in any order: they come nearer to a council, a year or a term than letters do."""
ANYTHING = st.text(max_size=200) | WORDS | st.tuples(WORDS, st.text(max_size=20)).map("".join)


def answered(chain: Runnable[Asked, Answer], text: str) -> str:
    """The whole Answer, without how long it took, or what was said instead."""
    try:
        return repr(replace(chain.invoke(Asked(text)), seconds=0.0))
    except WrongUse as error:
        return str(error)


@settings(max_examples=20, deadline=None)
@given(ANYTHING)
def test_any_text_is_answered_the_same_twice(chain: Runnable[Asked, Answer], text: str) -> None:
    first = answered(chain, text)
    assert first
    assert answered(chain, text) == first


@settings(max_examples=20, deadline=None)
@given(WORDS)
def test_any_answer_claims_with_sources_or_says_why_it_does_not(chain: Runnable[Asked, Answer], text: str) -> None:
    try:
        answer = chain.invoke(Asked(text))
    except WrongUse:
        return
    assert answer.finished
    assert answer.claims or answer.note
    assert all(claim.citations for claim in answer.claims)
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
