"""The page on which people ask: the conversation, and the source of a sentence beside it."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.briefings.store import Briefings
from assistant.chain import Asked
from assistant.chat_model.disclosure import disclose
from assistant.chat_model.prompt import Reader
from assistant.conversation import Conversation, Turn
from assistant.conversations import Conversations, replaced
from assistant.describe import name_report
from assistant.remarks import superseded_by
from assistant.suggestions import suggest_next
from assistant.tables import grade_rows
from corpus.library import Library
from corpus.report import Report
from ui.ask import head, leading, onward, turns
from ui.ask.answering import answer
from ui.ask.desk import Desk
from ui.ask.presses import keep, opened, press
from ui.ask.visit import Visit
from ui.briefings import adding
from ui.briefings.adding import Adding
from ui.page import parts
from ui.page.buttons import button
from ui.page.escape import text
from ui.page.grades import pictures
from ui.page.line import Line
from ui.page.navigation import go
from ui.page.owner import known
from ui.source import panel
from ui.source.beside import around
from ui.source.pictures import draw_ahead
from ui.source.stepping import step

_READERS: dict[Reader, str] = {
    "councillor": "a councillor",
    "staff": "staff preparing for reinspection",
    "trainer": "a trainer",
}
_LOOK_UP = 0.25  # seconds after which a growing answer lets the page see to a button that was pressed
_MOST_PICTURED = 2  # councils; the picture of more would push the answer's sources off the screen

Chain = Runnable[Asked, Answer]


def show(library: Library, chain: Chain, conversations: Conversations, briefings: Briefings, line: Line) -> None:
    """Draw the page, and answer the question that was just asked."""
    desk = Desk(library, conversations, briefings, known(), st.session_state.setdefault("adding", Adding()))
    visit = _arrived(desk)
    if visit.leaving:
        (page, said), visit.leaving = visit.leaving, None
        go(page, **said)
    parts.look()
    st.html(adding.LOOK)
    guide = st.container()
    left, right = st.columns(2, gap="medium")  # look.css hides the right one while it is empty
    with left, st.container(key="talk"):
        above, below = st.container(key="said"), st.container(key="ask")
    with below:
        _ask(visit, desk)
    with above:
        _head(visit, desk)
        _conversation(visit, desk)
        place = st.empty()
        if visit.asking:
            parts.piece(
                "stop", f'<div class="actions">{button("stop", "Stop answering")}</div>', partial(_pressed, desk)
            )
    # In a place of its own: one that is closed is gone at once, even while an answer is still being made.
    with right, st.empty(), st.container():
        _source(visit, desk)
    with guide:
        parts.guide("Searching the reports." if visit.asking else visit.say, visit.move)
    _say_where(visit)
    if visit.asking:
        _answer(visit, desk, place.html, partial(_start, chain=chain, line=line))
        st.rerun()


def _arrived(desk: Desk) -> Visit:
    """The visit, at what the page's address says: c is a conversation that was kept, about a report to ask about."""
    visit: Visit = st.session_state.setdefault("visit", Visit())
    wanted = (st.query_params.get("c", ""), st.query_params.get("about", ""))
    if wanted == visit.seen:
        return visit
    visit.seen = wanted
    kept, about = wanted
    if kept and kept != visit.id:
        visit = opened(desk, visit, kept)
    elif about and not kept and about != visit.about:
        visit.stop()
        visit = Visit(seen=wanted, move=visit.move)
    elif visit.id and desk.conversations.get(visit.id) is None:  # deleted on another page meanwhile
        visit = Visit(seen=wanted, move=visit.move)
    if about in {report.id for report in desk.library.reports}:
        visit.about = about
    st.session_state["visit"] = visit
    return visit


def _say_where(visit: Visit) -> None:
    """Have the page's address say which conversation this is, so that it is there again after a reload."""
    where = {name: value for name, value in (("c", visit.id), ("about", visit.about)) if value}
    if st.query_params.to_dict() != where:
        st.query_params.from_dict(where)
    visit.seen = (visit.id, visit.about)


def _ask(visit: Visit, desk: Desk) -> None:
    """The place for a question. While one is being changed, that is the place."""
    if not desk.library.reports or visit.others or (visit.form and visit.form[0] != "why"):
        return
    if visit.about:
        parts.piece("scope", head.scope(desk.library.report(visit.about)), partial(_pressed, desk))
    # In a container, as at the foot of the page it would have Streamlit scroll down whenever anything changes.
    asked = st.chat_input("Ask about the inspection reports", key="asked")
    if asked:
        visit.ask(asked)


def _head(visit: Visit, desk: Desk) -> None:
    settings, reports, pressed = desk.library.settings, desk.library.reports, partial(_pressed, desk)
    if settings.chat_model:
        # What leaves the machine, before anything does, and for whom the chat model writes.
        parts.piece("disclosure", f'<p class="care">{text(disclose(settings))}</p>', pressed)
        st.selectbox("Written for", list(_READERS), format_func=lambda reader: _READERS[reader], key="reader")
    begun = bool(visit.conversation.turns or visit.asking or visit.problem)
    kept = bool(visit.conversation.turns)
    parts.piece("head", head.head(reports, small=begun, kept=kept), pressed, visit.handed(opens=False))
    if visit.others:
        parts.piece("others", head.somebody_elses(), pressed)
    if visit.notice:
        parts.piece("notice", head.notice(visit.notice), pressed)
    if not begun:
        parts.piece("first", head.first(reports), pressed)


def _conversation(visit: Visit, desk: Desk) -> None:
    shown = visit.conversation.turns[: visit.asking.position] if visit.asking else visit.conversation.turns
    for position, turn in enumerate(shown):
        view = _view(visit, desk, position, turn)
        parts.piece(f"turn-{position}", turns.turn(position, turn, view), partial(_pressed, desk))
    if visit.problem and not visit.asking:
        problem, form = visit.problem, visit.form[0] if visit.form else ""
        at = len(visit.conversation.turns)
        parts.piece("problem", turns.failed(at, problem.asking.text, problem.sentence, form), partial(_pressed, desk))


def _view(visit: Visit, desk: Desk, position: int, turn: Turn) -> turns.View:
    """What a turn of this visit is shown with."""
    reports, answer = desk.library.reports, turn.answer
    cited = {each.report.id: each.report for each in answer.citations}
    newer = {id_: superseded_by(report, reports) for id_, report in cited.items()}
    is_last, own = visit.is_last(position), not visit.others
    return turns.View(
        opened=visit.source.citation.number if visit.source and visit.source.turn == position else None,
        own=own,
        changes="" if visit.others or visit.asking else "here" if is_last else "below",
        form=visit.form[0] if visit.form and visit.form[1] == position else "",
        feedback=visit.feedback.get(position),
        newer={id_: name_report(report) for id_, report in newer.items() if report and report.id not in cited},
        replaced=replaced(answer, desk.library),
        following=suggest_next(visit.conversation, reports) if is_last and own else (),
        picture=_grades(answer, reports),
        onward=onward.buttons(position, answer),
        below=_below(f"{position}", desk, answer),
    )


def _below(place: str, desk: Desk, answer: Answer) -> str:
    """What stands below an answer, or below the source of one, while it is added to a briefing."""
    found = desk.briefings.listed(desk.owner) if desk.adding.chosen_at == place else ()
    return adding.below(place, desk.adding, found, adding.propose_name(answer))


def _grades(answer: Answer, reports: tuple[Report, ...]) -> str:
    """The picture of the grades of those councils whose grades an answer gives."""
    whose = {citation.report.council for citation in answer.citations} if grade_rows(answer) else set()
    if not 1 <= len(whose) <= _MOST_PICTURED:
        return ""
    return pictures([report for report in reports if report.council in whose])


def _start(visit: Visit, desk: Desk, chain: Chain, line: Line) -> None:
    """Begin to answer what the visit asks; the turns before it are what it follows."""
    assert visit.asking is not None
    before = Conversation(visit.conversation.turns[: visit.asking.position])
    reader: Reader = st.session_state.get("reader", "councillor")
    asked = Asked(visit.asking.text, before, visit.asking.understood, reader)
    about = desk.library.report(visit.about) if visit.about else None
    visit.running = answer(asked, about, chain, desk.library, line)


def _answer(visit: Visit, desk: Desk, draw: Callable[[str], object], begin: Callable[[Visit, Desk], None]) -> None:
    """Show an answer as it grows, and keep it. A button that is pressed meanwhile ends this; the answer goes on."""
    if visit.running is None:
        begin(visit, desk)
    asking, running = visit.asking, visit.running
    assert asking is not None
    assert running is not None
    shown = None
    while True:
        done, now = running.done, turns.growing(asking.position, asking.text, running.found, running.ahead)
        if now != shown:
            draw(now)
            shown = now
        if done:
            break
        running.wait(_LOOK_UP)
        st.session_state["visit"]  # here Streamlit turns to what was pressed meanwhile
    keep(desk, visit)
    if not visit.problem:
        answer = visit.conversation.turns[-1].answer
        visit.say = turns.spoken(answer)
        draw_ahead(desk.library, answer.citations)


def _source(visit: Visit, desk: Desk) -> None:
    opened_ = visit.source
    if opened_ is None:
        return
    adds = button("brief:source", "Add to briefing", "Add this paragraph to a briefing")
    below = _below("source", desk, visit.conversation.turns[opened_.turn].answer)
    shown = panel.html(opened_, visit.move.count, around(opened_, desk.library), adds, below)
    parts.piece("source", shown, partial(_stepped, desk), visit.handed(opens=True))


def _stepped(desk: Desk, pressed: str) -> None:
    """A button of the source was pressed."""
    visit: Visit = st.session_state["visit"]
    visit.file = None
    if pressed == "report" and visit.source:
        visit.leaving = ("report", {"report": visit.source.citation.report.id})
    elif pressed.partition(":")[0] in leading.ACTS:
        st.session_state["visit"] = press(desk, visit, pressed)
    else:
        step(visit, pressed, desk.library)


def _pressed(desk: Desk, pressed: str) -> None:
    """A button of the head or of the conversation was pressed."""
    st.session_state["visit"] = press(desk, st.session_state["visit"], pressed)
