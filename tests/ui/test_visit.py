"""What a visit keeps, and where it brings the reader."""

from assistant.citations import Claim
from assistant.conversation import Conversation
from tests.ui import made
from ui.visit import Visit


def visit() -> Visit:
    """A visit with two answers."""
    first, second = made.turn(Claim("A.", (1,))), made.turn(Claim("B.", (1, 2)))
    return Visit(Conversation((first, second)))


def test_a_question_waits_and_the_reader_is_brought_to_it() -> None:
    here = visit()
    here.ask("And now?")
    assert (here.asking, here.move.selector, here.move.focus) == ("And now?", "#question-2", False)


def test_a_button_opens_the_source_of_its_own_answer() -> None:
    here = visit()
    here.open("1:2")
    assert here.source is not None
    assert (here.source.turn, here.source.citation.number) == (1, 2)
    assert here.move.selector == f'#source-heading[data-opening="{here.move.count}"]'


def test_closing_a_source_goes_back_to_the_button_that_opened_it() -> None:
    here = visit()
    here.open("1:2:row")
    here.close()
    assert here.source is None
    assert (here.move.selector, here.move.focus) == ('[data-press="1:2:row"]', True)


def test_no_move_is_made_twice() -> None:
    here = visit()
    counts = [here.move.count]
    here.ask("A?")
    counts.append(here.move.count)
    here.open("0:1")
    counts.append(here.move.count)
    here.close()
    counts.append(here.move.count)
    assert counts == sorted(set(counts))
