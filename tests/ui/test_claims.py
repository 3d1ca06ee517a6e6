"""The sentences of an answer in the form that suits them."""

from assistant.answer import Answer
from assistant.citations import Claim
from assistant.question import Question
from tests.ui import made
from tests.ui.reading import Shown
from ui.page.claims import Marks, claims

GOOD = "Saltmere, ILACS inspection, March 2019 (4 to 15 March 2019): overall effectiveness was judged “good”."
POOR = "Saltmere, ILACS inspection, May 2022: overall effectiveness was judged “inadequate”."
LEADERS = "Saltmere, ILACS inspection, May 2022: the work of leaders was judged “inadequate”."


def shown(*sentences: str, status: str = "counted from the facts", question: Question | None = None) -> Shown:
    """The sentences as the page shows them, each with a source of its own."""
    made_claims = [Claim(sentence, (number,)) for number, sentence in enumerate(sentences, start=1)]
    answer: Answer = made.turn(*made_claims, status=status, question=question or Question("How?", "How?")).answer
    return Shown(claims(answer, Marks(answer, 0, None)))


def test_three_grades_are_a_table_with_a_source_in_every_row() -> None:
    table = shown(GOOD, POOR, POOR)
    assert table.elements.count("tr") == 4
    assert table.of("th", "scope") == ["col", "col", "col", "row", "row", "row"]
    assert "How overall effectiveness was judged" in table.words
    assert "Saltmere, ILACS inspection, March 2019Good" in table.words
    assert table.of("button", "data-press") == ["0:1", "0:2", "0:3"]


def test_what_was_judged_is_a_column_where_it_differs() -> None:
    assert "The work of leaders" in shown(GOOD, POOR, LEADERS).words


def test_two_grades_are_sentences() -> None:
    sentences = shown(GOOD, POOR)
    assert "table" not in sentences.elements
    assert GOOD in sentences.words


def test_a_list_that_was_asked_for_is_a_list() -> None:
    items = shown("The quality of plans.", "Supervision.", status="in the reports", question=Question("Q", "Q", "list"))
    assert items.elements.count("li") == 2
    assert items.of("button", "data-press") == ["0:1", "0:2"]
