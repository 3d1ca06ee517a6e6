"""What the buttons and forms of a conversation do, on real conversations in a real library."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.briefings.store import Briefings
from assistant.citations import Claim
from assistant.conversation import Conversation
from assistant.conversations import Conversations, Feedback
from assistant.question import Question
from corpus.errors import LibraryProblem
from tests import fakes
from tests.ui import made
from ui.ask.desk import Desk
from ui.ask.presses import keep, opened, press
from ui.ask.visit import Asking, Problem, Visit
from ui.briefings.adding import Adding
from ui.page.work import Work
from ui.source.stepping import step


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A library with conversations, on the desk of one owner."""
    with fakes.library(tmp_path) as library:
        yield Desk(library, Conversations(library.engine), Briefings(library.engine), "me")


def answered(desk: Desk, *questions: str, visit: Visit | None = None) -> Visit:
    """A visit in which these questions were asked and answered."""
    here = visit or Visit()
    for question in questions:
        here.ask(question)
        here = finish(desk, here)
    return here


def finish(desk: Desk, visit: Visit) -> Visit:
    """The visit once what it asks is answered."""
    assert visit.asking is not None
    question = visit.asking.understood or Question(visit.asking.text, visit.asking.text, councils=("Saltmere",))
    answer = made.turn(Claim(f"On {visit.asking.text}", (1,)), question=question).answer
    visit.running = Work(found=answer, done=True)
    keep(desk, visit)
    return visit


def test_every_answer_is_kept_in_one_conversation(desk: Desk) -> None:
    here = answered(desk, "How are caseloads?", "And leaders?")
    kept = desk.conversations.get(here.id)
    assert kept is not None
    assert [turn.asked for turn in kept.conversation.turns] == ["How are caseloads?", "And leaders?"]


def test_a_conversation_opens_again_with_its_words_and_what_was_thought_of_them(desk: Desk) -> None:
    here = press(desk, answered(desk, "How are caseloads?"), "helpful:0")
    there = opened(desk, Visit(), here.id)
    assert there.conversation.turns[0].answer.claims == here.conversation.turns[0].answer.claims
    assert there.feedback == {0: Feedback(helpful=True)}
    assert not there.others


def test_an_address_without_a_conversation_says_so(desk: Desk) -> None:
    there = opened(desk, Visit(), "nothing here")
    assert "There is no conversation at this address" in there.notice
    assert not there.conversation.turns


def test_somebody_elses_conversation_is_read_and_gone_on_with_as_a_copy(desk: Desk) -> None:
    here = answered(desk, "How are caseloads?")
    another = replace(desk, owner="somebody else")
    there = opened(another, Visit(), here.id)
    assert there.others
    own = press(another, there, "copy")
    assert not own.others
    assert own.id != here.id
    answered(another, "And leaders?", visit=own)
    kept = desk.conversations.get(here.id)
    assert kept is not None
    assert len(kept.conversation.turns) == 1


def test_a_changed_question_takes_the_place_of_the_old_one(desk: Desk) -> None:
    here = answered(desk, "How are caseloads?", "And leaders?")
    here = press(desk, press(desk, here, "edit:1"), "edit:1: And adoption: how is that? ")
    assert here.asking == Asking("And adoption: how is that?", 1)
    assert len(here.conversation.turns) == 2  # until the new answer is there
    finish(desk, here)
    kept = desk.conversations.get(here.id)
    assert kept is not None
    asked = [turn.asked for turn in kept.conversation.turns]
    assert asked == [turn.asked for turn in here.conversation.turns]
    assert asked == ["How are caseloads?", "And adoption: how is that?"]


def test_an_empty_form_changes_nothing(desk: Desk) -> None:
    here = press(desk, press(desk, answered(desk, "How are caseloads?"), "edit:0"), "edit:0:  ")
    assert here.asking is None
    assert here.form == ("edit", 0)
    assert press(desk, here, "cancel").form is None


def test_a_council_that_is_taken_away_is_no_longer_asked_about(desk: Desk) -> None:
    here = press(desk, answered(desk, "How are caseloads?"), "without:0:0")
    assert here.asking is not None
    assert here.asking.understood is not None
    assert here.asking.understood.councils == ()
    assert here.asking.position == 0


def test_a_question_is_asked_again_in_its_own_place(desk: Desk) -> None:
    here = press(desk, answered(desk, "How are caseloads?", "And leaders?"), "retry:1")
    assert here.asking == Asking("And leaders?", 1)


def test_an_earlier_question_is_asked_anew_below_so_that_nothing_after_it_goes(desk: Desk) -> None:
    here = answered(desk, "How are caseloads?", "And leaders?")
    assert press(desk, here, "retry:0").asking == Asking("How are caseloads?", 2)
    assert press(desk, here, "edit:0:How is supervision?").asking == Asking("How is supervision?", 2)
    here.asking = here.problem = None
    removed = press(desk, here, "without:0:0").asking
    assert removed is not None
    assert removed.position == 2
    assert removed.understood is not None
    assert removed.text == removed.understood.standalone
    here = finish(desk, here)
    kept = desk.conversations.get(here.id)
    assert kept is not None
    assert [turn.asked for turn in kept.conversation.turns[:2]] == ["How are caseloads?", "And leaders?"]
    assert len(kept.conversation.turns) == 3


def test_a_follow_up_that_is_asked_again_below_others_is_asked_as_it_was_understood(desk: Desk) -> None:
    here = answered(desk, "How is Saltmere?")
    here.ask("And in 2022?", understood=Question("And in 2022?", "How was Saltmere in 2022?"))
    here = answered(desk, "How are caseloads?", visit=finish(desk, here))
    assert press(desk, here, "retry:1").asking == Asking("How was Saltmere in 2022?", 3)


def test_an_old_answer_stays_where_a_new_one_fails(desk: Desk) -> None:
    here = press(desk, answered(desk, "How are caseloads?"), "retry:0")
    here.running = Work(problem="The disk is full.", done=True)
    keep(desk, here)
    assert len(here.conversation.turns) == 1
    assert here.problem == Problem(Asking("How are caseloads?", 0), "The disk is full.")
    assert press(desk, here, "retry").asking == Asking("How are caseloads?", 0)
    here = press(desk, press(desk, here, "stop"), "mend:1")
    assert press(desk, here, "mend:1:How?").asking == Asking("How?", 0)


def test_why_an_answer_did_not_help_is_kept_with_it(desk: Desk) -> None:
    here = press(desk, answered(desk, "How are caseloads?"), "unhelpful:0")
    assert here.form == ("why", 0)
    press(desk, here, "why:0: It is: <b>old</b>.\n" + "x" * 5000)
    kept = desk.conversations.get(here.id)
    assert kept is not None
    assert not kept.feedback[0].helpful
    assert kept.feedback[0].why.startswith("It is: <b>old</b>. xxx")
    assert len(kept.feedback[0].why) == 500


def test_a_new_conversation_leaves_the_old_one_as_it_is(desk: Desk) -> None:
    here = answered(desk, "How are caseloads?")
    fresh = press(desk, here, "new")
    assert (fresh.id, fresh.conversation.turns) == ("", ())
    assert fresh.move.count >= here.move.count
    assert desk.conversations.get(here.id) is not None


def test_the_pdf_of_the_open_source_is_handed_over_at_its_page(desk: Desk) -> None:
    here = answered(desk, "How are caseloads?")
    report = desk.library.report("saltmere.pdf")
    cited = made.citation(1, fakes.numbered(desk.library, "saltmere.pdf", "4"), report)
    here.conversation = replace(here.conversation, turns=(made.turn(Claim("A.", (1,)), citations=(cited,)),))
    here.open("0:1")
    step(here, "original", desk.library)
    assert here.file is not None
    assert (here.file.kind, here.file.page) == ("application/pdf", 2)
    assert here.file.content == desk.library.original(report.id)
    assert press(desk, here, "new").file is None


def test_nothing_but_a_pdf_is_opened_in_the_browser(desk: Desk) -> None:
    report = desk.library.report("hostile.txt")
    cited = made.citation(1, fakes.numbered(desk.library, "hostile.txt", "1"), report)
    here = Visit(Conversation((made.turn(Claim("A.", (1,)), citations=(cited,)),)))
    here.open("0:1")
    step(here, "original", desk.library)
    assert here.file is None


def test_a_conversation_that_cannot_be_kept_goes_on_and_says_so(desk: Desk) -> None:
    class Full(Conversations):
        def add(self, *_anything: object) -> str:
            raise LibraryProblem("The disk is full: make room.")

    here = answered(replace(desk, conversations=Full(desk.library.engine)), "How are caseloads?")
    assert len(here.conversation.turns) == 1
    assert here.notice == "This conversation is not being kept. The disk is full: make room."


@pytest.mark.parametrize("pressed", ["9:1", "0:9", "without:0:9", "retry:7", "helpful:x", "no such thing", "edit:"])
def test_a_button_of_a_turn_that_has_gone_is_told_and_does_nothing(desk: Desk, pressed: str) -> None:
    here = press(desk, answered(desk, "How are caseloads?"), pressed)
    assert here.notice == "This part of the conversation has changed since. Look again, then choose again."
    assert len(here.conversation.turns) == 1
    assert here.asking is None


def test_somebody_elses_conversation_that_has_gone_cannot_be_copied(desk: Desk) -> None:
    here = answered(desk, "How are caseloads?")
    another = replace(desk, owner="somebody else")
    there = opened(another, Visit(), here.id)
    desk.conversations.delete(here.id, "me")
    assert press(another, there, "copy").notice == "This conversation is no longer there: start a new one."


def test_one_report_is_asked_about_until_all_are_again(desk: Desk) -> None:
    assert press(desk, Visit(about="5a17"), "all").about == ""


def test_an_answer_goes_into_a_new_briefing_and_the_next_into_the_same(desk: Desk) -> None:
    here = press(desk, answered(desk, "How are caseloads?", "And leaders?"), "brief:0")
    assert desk.adding.chosen_at == "0"
    here = press(desk, here, "into-new:0:Care leavers")
    assert here.say == "Added to “Care leavers”: 1 item."
    here = press(desk, here, "brief:1")
    assert here.say == "Added to “Care leavers”: 2 items."
    kept = desk.briefings.get(desk.adding.current)
    assert kept is not None
    assert [item.text for item in kept.briefing.items] == ["How are caseloads?", "And leaders?"]
    assert press(desk, here, "briefing").leaving == ("briefings", {"b": desk.adding.current})


def test_the_paragraph_in_view_goes_into_a_briefing_as_a_quote_in_its_exact_words(desk: Desk) -> None:
    here = answered(desk, "How are caseloads?")
    cited = fakes.numbered(desk.library, "saltmere.pdf", "2")
    source = made.citation(1, cited, desk.library.report("saltmere.pdf"))
    here.conversation = replace(here.conversation, turns=(made.turn(Claim("A.", (1,)), citations=(source,)),))
    here.open("0:1")
    press(desk, here, "into-new:source:Quotes")
    kept = desk.briefings.get(desk.adding.current)
    assert kept is not None
    (item,) = kept.briefing.items
    assert (item.kind, item.drafts[0].text, item.drafts[0].paragraphs) == ("quote", cited.text, (cited,))


def test_what_is_in_a_briefing_already_is_not_added_twice(desk: Desk) -> None:
    here = press(desk, answered(desk, "How are caseloads?"), "into-new:0:Care leavers")
    assert press(desk, here, "brief:0").say == "This is in “Care leavers” already."


def test_nothing_is_added_to_somebody_elses_briefing(desk: Desk) -> None:
    here = press(desk, answered(desk, "How are caseloads?"), "into-new:0:Care leavers")
    theirs = desk.adding.current
    another = replace(desk, owner="somebody else", adding=Adding(theirs))
    assert press(another, here, "brief:0").leaving is None
    assert another.adding.chosen_at == "0"
    kept = desk.briefings.get(theirs)
    assert kept is not None
    assert len(kept.briefing.items) == 1


def test_the_choice_of_briefings_can_be_left(desk: Desk) -> None:
    here = press(desk, press(desk, answered(desk, "How are caseloads?"), "choose:0"), "unchoose:0")
    assert desk.adding.chosen_at == ""
    assert desk.briefings.listed("me") == ()
    assert here.move.selector == '[data-press="brief:0"]'


def test_a_briefing_that_was_deleted_is_chosen_anew(desk: Desk) -> None:
    here = press(desk, answered(desk, "How are caseloads?"), "into-new:0:Care leavers")
    desk.briefings.delete(desk.adding.current, "me")
    press(desk, here, "brief:0")
    assert desk.adding.chosen_at == "0"
