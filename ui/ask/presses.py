"""What each button and form of the conversation does."""

from collections.abc import Callable

from assistant.conversation import Turn
from assistant.conversations import Feedback, replaced
from assistant.correct import parts, without
from assistant.question import Question
from corpus.errors import InspectionError
from ui.ask import leading
from ui.ask.actions import LONGEST_REASON
from ui.ask.desk import Desk
from ui.ask.saving import save
from ui.ask.visit import Problem, Visit
from ui.page.parts import Move


def press(desk: Desk, visit: Visit, pressed: str) -> Visit:
    """The visit after something was pressed ("helpful:2") or sent ("edit:2:How are caseloads?"): mostly the same."""
    visit.file = None
    try:
        return _act(desk, visit, pressed)
    except InspectionError as error:
        visit.notice = visit.say = str(error)
    except (IndexError, KeyError, StopIteration, ValueError):
        visit.notice = visit.say = "This part of the conversation has changed since. Look again, then choose again."
    return visit


def _act(desk: Desk, visit: Visit, pressed: str) -> Visit:
    kind, _colon, rest = pressed.partition(":")
    if kind.isdigit():
        visit.open(pressed)
    elif kind == "new":
        visit.stop()
        desk.adding.shut()
        return Visit(seen=visit.seen, move=Move(visit.move.count))
    elif kind == "copy":
        return opened(desk, visit, desk.conversations.copy(visit.id, desk.owner))
    elif kind in ("word", "pdf", "markdown"):
        _save(desk, visit, kind)
    else:
        _ACTS[kind](desk, visit, rest)
    return visit


def opened(desk: Desk, visit: Visit, id: str) -> Visit:  # noqa: A002 - it is what the conversation calls it
    """The visit to a conversation that was kept, or the one before with a notice where there is none."""
    visit.stop()
    desk.adding.shut()
    kept = desk.conversations.get(id)
    if kept is None:
        fresh = Visit(seen=visit.seen, move=visit.move)
        fresh.notice = "There is no conversation at this address: it was deleted, or the address is not complete."
        fresh.say = fresh.notice
        return fresh
    there = Visit.of(kept, desk.owner, visit.move)
    there.seen = visit.seen
    return there


def keep(desk: Desk, visit: Visit) -> None:
    """Take a finished answer into the conversation, and keep it; or say why there is none."""
    asking, running = visit.asking, visit.running
    assert asking is not None
    assert running is not None
    visit.asking = visit.running = None
    if running.found is None or running.problem:
        visit.problem = Problem(asking, running.problem)
        visit.say = running.problem
        visit.bring(f"#question-{len(visit.conversation.turns)}", focus=False)
        return
    turn = Turn(asking.text, running.found)
    again = asking.position if asking.position < len(visit.conversation.turns) else None
    try:
        visit.id = desk.conversations.add(visit.id or None, desk.owner, turn, again)
        visit.notice = ""
    except InspectionError as error:
        visit.notice = f"This conversation is not being kept. {error}"
    if again is not None:
        visit.drop_from(again)
    visit.conversation += turn
    visit.bring(f"#question-{asking.position}", focus=False)


def _ask(_desk: Desk, visit: Visit, rest: str) -> None:
    visit.ask(rest)


def _retry(_desk: Desk, visit: Visit, rest: str) -> None:
    """Ask again, the question of a turn or the one that failed."""
    if rest:
        position = int(rest)
        turn = visit.conversation.turns[position]
        _ask_anew(visit, position, turn.asked if visit.is_last(position) else turn.answer.question.standalone)
    elif visit.problem:
        asking = visit.problem.asking
        visit.ask(asking.text, asking.position, asking.understood)


def _edit(_desk: Desk, visit: Visit, rest: str) -> None:
    """Open the form for a question, or ask what was written in it."""
    position, sent, words = rest.partition(":")
    if not sent:
        visit.show_form(("edit", int(position)))
    elif words.strip():
        _ask_anew(visit, int(position), words.strip())


def _ask_anew(visit: Visit, position: int, words: str, understood: Question | None = None) -> None:
    """Ask the question of a turn anew: in its place where it is the last, else below, so that nothing after it goes."""
    visit.ask(words, position if visit.is_last(position) else None, understood)


def _mend(_desk: Desk, visit: Visit, rest: str) -> None:
    """The same for the question that failed."""
    position, sent, words = rest.partition(":")
    if not sent:
        visit.show_form(("mend", int(position)))
    elif words.strip() and visit.problem:
        visit.ask(words.strip(), visit.problem.asking.position)


def _without(desk: Desk, visit: Visit, rest: str) -> None:
    """Answer a question anew without one of the things that it was understood to be about."""
    position, at = (int(part) for part in rest.split(":"))
    turn = visit.conversation.turns[position]
    question = turn.answer.question
    left = without(question, parts(question)[at], desk.library.reports)
    _ask_anew(visit, position, turn.asked if visit.is_last(position) else left.standalone, left)


def _judge(desk: Desk, visit: Visit, position: int, feedback: Feedback) -> None:
    desk.conversations.judge(visit.id, position, feedback)
    visit.feedback = {**visit.feedback, position: feedback}


def _helpful(desk: Desk, visit: Visit, rest: str) -> None:
    _judge(desk, visit, int(rest), Feedback(helpful=True, why=""))
    visit.form, visit.say = ("why", int(rest)), "Kept as helpful."


def _unhelpful(desk: Desk, visit: Visit, rest: str) -> None:
    _judge(desk, visit, int(rest), Feedback(helpful=False, why=""))
    visit.form, visit.say = ("why", int(rest)), "Kept as not helpful."


def _why(desk: Desk, visit: Visit, rest: str) -> None:
    position, _colon, words = rest.partition(":")
    said = " ".join(words.split())[:LONGEST_REASON]
    given = visit.feedback.get(int(position))
    if given:
        _judge(desk, visit, int(position), Feedback(given.helpful, said))
        kind = "helpful" if given.helpful else "unhelpful"
        visit.bring(f'[data-press="{kind}:{position}"]')
    visit.form, visit.say = None, "Thank you. It is kept with the answer."


def _cancel(_desk: Desk, visit: Visit, _rest: str) -> None:
    visit.show_form(None)


def _stop(_desk: Desk, visit: Visit, _rest: str) -> None:
    visit.stop()
    visit.say = visit.problem.sentence if visit.problem else ""
    visit.bring('[data-press="retry"]')


def _all(_desk: Desk, visit: Visit, _rest: str) -> None:
    visit.about = ""


def _save(desk: Desk, visit: Visit, kind: str) -> None:
    kept = desk.conversations.get(visit.id)
    try:
        gone = [sentence for turn in visit.conversation.turns for sentence in replaced(turn.answer, desk.library)]
        visit.hand(*save(kind, kept.name if kept else "", visit.conversation, gone))
    except InspectionError as error:
        visit.notice = visit.say = str(error)


_ACTS: dict[str, Callable[[Desk, Visit, str], None]] = {
    "ask": _ask,
    "retry": _retry,
    "edit": _edit,
    "mend": _mend,
    "without": _without,
    "helpful": _helpful,
    "unhelpful": _unhelpful,
    "why": _why,
    "cancel": _cancel,
    "stop": _stop,
    "all": _all,
    **leading.ACTS,
}
