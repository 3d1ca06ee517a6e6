"""What a visit keeps, and where it brings the reader."""

from assistant.citations import Claim
from assistant.conversation import Conversation
from tests.ui import made
from ui.ask.visit import Asking, Visit


def visit() -> Visit:
    """A visit with two answers."""
    first, second = made.turn(Claim("A.", (1,))), made.turn(Claim("B.", (1, 2)))
    return Visit(Conversation((first, second)))


def test_a_question_waits_and_the_reader_is_brought_to_it() -> None:
    here = visit()
    here.ask("And now?")
    assert here.asking == Asking("And now?", 2)
    assert (here.move.selector, here.move.focus) == ("#question-2", False)


def test_a_button_opens_the_source_of_its_own_answer() -> None:
    here = visit()
    here.open("1:2")
    assert here.source is not None
    assert (here.source.turn, here.source.citation.number) == (1, 2)
    assert here.move.selector == f'#source-heading[data-opening="{here.move.count}"]'


def test_closing_a_source_goes_back_to_the_button_that_opened_it() -> None:
    here = visit()
    here.open("1:2:row")
    here.close_source()
    assert here.source is None
    assert (here.move.selector, here.move.focus) == ('[data-press="1:2:row"]', True)


def test_no_move_is_made_twice() -> None:
    here = visit()
    counts = [here.move.count]
    here.ask("A?")
    counts.append(here.move.count)
    here.open("0:1")
    counts.append(here.move.count)
    here.close_source()
    counts.append(here.move.count)
    assert counts == sorted(set(counts))


def test_an_answer_that_is_stopped_says_so_and_can_be_asked_for_again() -> None:
    here = visit()
    here.ask("And now?")
    here.stop()
    assert here.asking is None
    assert here.problem is not None
    assert here.problem.asking == Asking("And now?", 2)


def test_in_somebody_elses_conversation_nothing_can_be_asked() -> None:
    here = visit()
    here.others = True
    here.ask("And now?")
    assert here.asking is None


def test_a_source_of_an_answer_that_goes_is_closed() -> None:
    here = visit()
    here.open("1:2")
    here.drop_from(1)
    assert here.source is None
    assert len(here.conversation.turns) == 1


def test_a_form_that_is_closed_goes_back_to_the_button_that_opened_it() -> None:
    here = visit()
    here.show_form(("edit", 1))
    assert here.move.selector == '[data-form="edit:1"] textarea'
    here.show_form(None)
    assert (here.form, here.move.selector) == (None, '[data-press="edit:1"]')
