"""The conversation as HTML: each question with its answer, the sources numbered after every sentence."""

from collections.abc import Iterable

from assistant.answer import Answer
from assistant.citations import Citation, Claim
from assistant.conversation import Turn
from ui.escape import isolated, text

_LONGEST = 280  # characters of a question that its heading shows; most are under 150
_BEGINNING = 60  # characters of a paragraph beside its label: a line together with it
_LONGEST_WORD = 20  # characters: what a line of a telephone's screen has room for beside the numbers
_SYMBOLS = {"in the reports": "✓", "counted from the facts": "#"}


def turn(position: int, asked: Turn, opened: int | None = None) -> str:
    """A question (its position in the conversation from 0) and its answer; `opened` is the source that stands open."""
    answer = asked.answer
    return (
        f'<section class="turn" aria-labelledby="question-{position}">{question(position, asked.asked)}'
        f"{_about(answer)}{_status(answer)}{_claims(answer, position, opened)}{_note(answer)}"
        f"{_sources(answer, position, opened)}</section>"
    )


def question(position: int, asked: str) -> str:
    """The heading that shows a question."""
    shown = asked if len(asked) <= _LONGEST else f"{asked[:_LONGEST].rstrip()}…"
    return f'<h2 id="question-{position}"><span class="unseen">You asked: </span>{isolated(shown.strip())}</h2>'


def growing(position: int, asked: str, answer: Answer | None) -> str:
    """A question whose answer is still being made, as far as it goes."""
    found = f"{_about(answer)}{_claims(answer, None, None)}" if answer else ""
    return (
        f'<div class="inspection"><section class="turn" aria-busy="true">{question(position, asked)}{found}'
        '<p class="busy"><span class="dot" aria-hidden="true"></span>Searching the reports…</p></section></div>'
    )


def failed(position: int, asked: str, sentence: str) -> str:
    """A question that could not be answered, and the sentence that says why."""
    return f'<section class="turn">{question(position, asked)}<p class="problem">{text(sentence)}</p></section>'


def spoken(answer: Answer) -> str:
    """A finished answer as a screen reader says it: its status, its sentences and how many sources it has."""
    parts = [_worded(answer.status) + "."]
    group = None
    for claim in answer.claims:
        if claim.group and claim.group != group:
            group = claim.group
            parts.append(f"{group}:")
        parts.append(claim.text)
    if answer.note:
        parts.append(answer.note)
    if answer.citations:
        parts.append(_counted(len(answer.citations)))
    return " ".join(parts)


def _worded(status: str) -> str:
    return status[0].upper() + status[1:]


def _counted(sources: int) -> str:
    return "1 source." if sources == 1 else f"{sources} sources."


def _about(answer: Answer) -> str:
    asked = answer.question
    alone = f"“{isolated(asked.standalone)}”" if asked.standalone.strip() != asked.text.strip() else ""
    about = isolated(asked.about) if asked.about else ""
    understood = " · ".join(part for part in (alone, about) if part)
    return f'<p class="about">Understood as: {understood}</p>' if understood else ""


def _status(answer: Answer) -> str:
    symbol = f'<span aria-hidden="true">{_SYMBOLS.get(answer.status, "○")}</span> '
    return f'<p class="status">{symbol}{text(_worded(answer.status))}</p>'


def _note(answer: Answer) -> str:
    return f'<p class="note">{text(answer.note)}</p>' if answer.note else ""


def _claims(answer: Answer, position: int | None, opened: int | None) -> str:
    by_number = {citation.number: citation for citation in answer.citations}
    lines: list[str] = []
    group = None
    for claim in answer.claims:
        if claim.group and claim.group != group:
            group = claim.group
            lines.append(f"<h3>{isolated(group)}</h3>")
        cited = [by_number[number] for number in claim.citations if number in by_number]
        lines.append(_claim(claim, cited, position, opened))
    return "".join(lines)


def _claim(claim: Claim, cited: Iterable[Citation], position: int | None, opened: int | None) -> str:
    if position is None:
        marks = "".join(f'<span class="cite">{citation.number}</span>' for citation in cited)
    else:
        marks = "".join(_mark(citation, position, opened) for citation in cited)
    unproven = "" if claim.proven else "<em>Not yet checked:</em> "
    return f'<p class="claim">{unproven}<bdi>{_ending(claim.text, marks)}</bdi></p>'


def _ending(words: str, marks: str) -> str:
    """A sentence and its numbers, which stay on one line with its last word unless that is very long."""
    start, space, last = words.rpartition(" ")
    if len(last) > _LONGEST_WORD:
        return f"{text(words)} {marks}"
    return f'{text(start + space)}<span class="end">{text(last)} {marks}</span>'


def _mark(citation: Citation, position: int, opened: int | None) -> str:
    name = text(f"Source {citation.number}: {citation.label}")
    return (
        f'<button type="button" class="cite" data-press="{position}:{citation.number}" aria-label="{name}" '
        f'title="{text(citation.label)}" aria-expanded="{_is(citation.number == opened)}">{citation.number}</button>'
    )


def _sources(answer: Answer, position: int, opened: int | None) -> str:
    if not answer.citations:
        return ""
    rows = "".join(_row(citation, position, opened) for citation in answer.citations)
    return f'<h3 class="sources-heading">Sources</h3><ol class="sources">{rows}</ol>'


def _row(citation: Citation, position: int, opened: int | None) -> str:
    return (
        f'<li><button type="button" class="source-row" data-press="{position}:{citation.number}:row" '
        f'aria-expanded="{_is(citation.number == opened)}">'
        f'<span class="number"><span class="unseen">Source </span>{citation.number}</span> '
        f'<span><span class="label">{isolated(citation.label)}</span> '
        f'<span class="start">{isolated(_start(citation))}</span></span></button></li>'
    )


def _start(citation: Citation) -> str:
    """How the paragraph begins, to tell apart sources with the same label."""
    words = " ".join(citation.paragraph.text.split())
    return f"“{words}”" if len(words) <= _BEGINNING else f"“{words[:_BEGINNING].rsplit(' ', 1)[0]} …”"


def _is(state: bool) -> str:  # noqa: FBT001 - an attribute's word
    return "true" if state else "false"
