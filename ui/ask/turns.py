"""The conversation as HTML: each question with its answer, the sources, and what can be done with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assistant.answer import Answer
from assistant.citations import Citation
from assistant.conversation import Turn
from assistant.conversations import Feedback
from assistant.correct import parts
from ui.ask import actions
from ui.page.buttons import button
from ui.page.claims import Marks, claims
from ui.page.escape import isolated, text

_LONGEST = 280  # characters of a question that its heading shows; most are under 150
_BEGINNING = 60  # characters of a paragraph beside its label: a line together with it
_MOST_SPOKEN = 6  # sentences that are read out unasked; more can be read in the answer
_MANY_SOURCES = 12  # rows; of more, those that are wanted are opened from the sentences
_SYMBOLS = {"in the reports": "✓", "counted from the facts": "#", "our glossary": "§"}
_SEARCHED = re.compile(r"Searched: (?:.+?\)\.|.+$)", re.DOTALL)
"""The part of a note that says what was searched; it ends with the years in brackets, where reports have any."""
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass(frozen=True, slots=True)
class View:
    """What a turn is shown with, besides its answer.

    `opened` is the number of its source that stands open. `own` says that it is the reader's, who may say what they
    think of it; `changes` where its question is asked anew, in its place or below what follows it, if it can be now.
    `form` is the form that stands open in it. `newer` names, by a report's id, the newer report that took its place,
    `replaced` what has become of its sources since, `following` are questions to ask next. HTML of our own are the
    `picture`, the buttons that lead `onward` to other pages, and what stands `below` them.
    """

    opened: int | None = None
    own: bool = True
    changes: Literal["", "here", "below"] = ""
    form: str = ""
    feedback: Feedback | None = None
    newer: Mapping[str, str] = field(default_factory=dict)
    replaced: tuple[str, ...] = ()
    following: tuple[str, ...] = ()
    picture: str = ""
    onward: str = ""
    below: str = ""


def turn(position: int, asked: Turn, view: View = View()) -> str:
    """A question (its position in the conversation from 0) and its answer."""
    answer = asked.answer
    heading = _edit(position, asked, view) if view.form == "edit" else question(position, asked.asked)
    return (
        f'<section class="turn" aria-labelledby="question-{position}">{heading}'
        f"{_understood(answer)}{_status(position, answer, view)}{claims(answer, Marks(answer, position, view.opened))}"
        f"{view.picture}{_note(answer)}{_replaced(view)}{_sources(answer, position, view)}"
        f"{_actions(position, asked, view)}{view.below}{actions.following(view.following)}</section>"
    )


def _edit(position: int, asked: Turn, view: View) -> str:
    """The question to be changed; one that is asked below others has to read by itself."""
    below = view.changes == "below"
    return actions.edit("edit", position, asked.answer.question.standalone if below else asked.asked, below=below)


def _actions(position: int, asked: Turn, view: View) -> str:
    if not view.own:
        return ""
    own = (actions.changing(position, below=view.changes == "below") if view.changes else "") + view.onward
    return actions.actions(position, asked, view.feedback, view.form, own)


def question(position: int, asked: str) -> str:
    """The heading that shows a question; its number tells apart those that were asked twice."""
    shown = asked if len(asked) <= _LONGEST else f"{asked[:_LONGEST].rstrip()}…"
    number = f'<span class="unseen">Question {position + 1}: </span>'
    return f'<h2 id="question-{position}">{number}{isolated(shown.strip())}</h2>'


def growing(position: int, asked: str, answer: Answer | None, ahead: int = 0) -> str:
    """A question whose answer is still being made, as far as it goes; `ahead` questions are to be finished first."""
    found = f"{_understood(answer)}{claims(answer, Marks(answer, None, None))}" if answer else ""
    return (
        f'<div class="inspection"><section class="turn" aria-busy="true">{question(position, asked)}{found}'
        f'<p class="busy"><span class="dot" aria-hidden="true"></span>{waiting(ahead)}</p></section></div>'
    )


def waiting(ahead: int) -> str:
    """What is being done meanwhile: "Two questions are ahead of yours." or "Searching the reports…"."""
    if not ahead:
        return "Searching the reports…"
    number = _NUMBERS[ahead] if ahead < len(_NUMBERS) else f"{ahead}"
    return f"{number} question is ahead of yours." if ahead == 1 else f"{number} questions are ahead of yours."


def failed(position: int, asked: str, sentence: str, form: str = "") -> str:
    """A question that has no answer, the sentence that says why, and how to go on; `form` "mend" changes it."""
    heading = actions.edit("mend", position, asked) if form == "mend" else question(position, asked)
    buttons = button("retry", "Ask again") + button(f"mend:{position}", "Edit the question")
    return (
        f'<section class="turn">{heading}<p class="problem">{text(sentence)}</p>'
        f'<div class="actions">{buttons}</div></section>'
    )


def spoken(answer: Answer) -> str:
    """A finished answer as a screen reader says it: its status, its sentences and how many sources it has."""
    said = [_worded(answer.status) + "."]
    group = None
    for claim in answer.claims[:_MOST_SPOKEN]:
        if claim.group and claim.group != group:
            group = claim.group
            said.append(f"{group}:")
        said.append(claim.text)
    if len(answer.claims) > _MOST_SPOKEN:
        said.append(f"And {len(answer.claims) - _MOST_SPOKEN} more sentences.")
    if answer.note:
        said.append(answer.note)
    if answer.citations:
        said.append("1 source." if len(answer.citations) == 1 else f"{len(answer.citations)} sources.")
    return " ".join(said)


def _worded(status: str) -> str:
    return status[0].upper() + status[1:]


def _understood(answer: Answer) -> str:
    """The question as it reads by itself, where that says more than it did."""
    asked = answer.question
    if asked.standalone.strip() == asked.text.strip():
        return ""
    return f'<p class="about">Understood as: “{isolated(asked.standalone)}”</p>'


def _status(position: int, answer: Answer, view: View) -> str:
    """What kind of answer it is, and what the question was understood to be about."""
    symbol = f'<span aria-hidden="true">{_SYMBOLS.get(answer.status, "○")}</span> '
    chips = "".join(
        f"<li>{actions.chip(f'without:{position}:{at}', part.words, removable=bool(view.changes))}</li>"
        for at, part in enumerate(parts(answer.question))
    )
    listed = f'<ul class="chips" aria-label="What the question was taken to be about">{chips}</ul>' if chips else ""
    about = f'<span class="taken" aria-hidden="true">about</span>{listed}' if listed else ""
    return f'<div class="kind"><p class="status">{symbol}{text(_worded(answer.status))}</p>{about}</div>'


def _note(answer: Answer) -> str:
    searched = _SEARCHED.search(answer.note)
    if searched is None:
        return f'<p class="note">{text(answer.note)}</p>' if answer.note else ""
    rest = " ".join(filter(None, (answer.note[: searched.start()].strip(), answer.note[searched.end() :].strip())))
    said = f'<p class="note">{text(rest)}</p>' if rest else ""
    return f'{said}<p class="searched">{text(searched[0])}</p>'


def _replaced(view: View) -> str:
    return "".join(f'<p class="replaced">{text(sentence)}</p>' for sentence in view.replaced)


def _sources(answer: Answer, position: int, view: View) -> str:
    if not answer.citations:
        return ""
    rows, told = "", set[str]()
    for citation in answer.citations:  # that a report is superseded is said once
        newer = "" if citation.report.id in told else view.newer.get(citation.report.id, "")
        told.add(citation.report.id)
        rows += _row(citation, position, newer, is_open=citation.number == view.opened)
    listed = f'<ol class="sources">{rows}</ol>'
    count = len(answer.citations)
    if count > _MANY_SOURCES:
        listed = f'<details id="sources-{position}"><summary>All {count} sources</summary>{listed}</details>'
    return f'<h3 class="sources-heading">Sources</h3>{listed}'


def _row(citation: Citation, position: int, newer: str, *, is_open: bool) -> str:
    return (
        f'<li><button type="button" class="source-row" data-press="{position}:{citation.number}:row" '
        f'aria-expanded="{str(is_open).lower()}">'
        f'<span class="number"><span class="unseen">Source </span>{citation.number}</span> '
        f'<span><span class="label">{isolated(citation.label)}</span> '
        f'<span class="start">{isolated(_start(citation))}</span>'
        + (f' <span class="start">Also at {text(citation.also_at)}.</span>' if citation.also else "")
        + (f' <span class="newer">Superseded by: {isolated(newer)}.</span>' if newer else "")
        + "</span></button></li>"
    )


def _start(citation: Citation) -> str:
    """How the paragraph begins, to tell apart sources with the same label."""
    words = " ".join(citation.paragraph.text.split())
    return f"“{words}”" if len(words) <= _BEGINNING else f"“{words[:_BEGINNING].rsplit(' ', 1)[0].rstrip(',;:–-')} …”"
