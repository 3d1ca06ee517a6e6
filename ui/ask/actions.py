"""What can be done with a question and its answer, as HTML: chips, edit, ask again, copy, helpful or not, ask next."""

from collections.abc import Sequence

from assistant.conversation import Turn
from assistant.conversations import Feedback
from ui.page.buttons import LONGEST_QUESTION, button, copy_button
from ui.page.escape import isolated, text

LONGEST_REASON = 500
"""Characters of what a reader says about an answer."""


def chip(press: str, words: str, *, removable: bool) -> str:
    """One thing that a question is about, with a cross where it can be taken away."""
    if not removable:
        return f'<span class="chip">{isolated(words)}</span>'
    return (
        f'<button type="button" class="chip" data-press="{text(press)}" aria-label="{text(words)}: answer without it">'
        f'{isolated(words)} <span aria-hidden="true">×</span></button>'
    )


def edit(kind: str, position: int, asked: str, *, below: bool = False) -> str:
    """The form in which a question is changed, in place of its heading; `kind` is what the form is called.

    What is written there is asked in place of the question, or `below` what follows it.
    """
    return (
        f'<form class="form" data-form="{kind}:{position}"><h2 id="question-{position}">Change your question</h2>'
        f'<label for="edit-{position}">Your question</label>'
        f'<textarea id="edit-{position}" name="words" rows="2" maxlength="{LONGEST_QUESTION}" required>'
        f"{text(asked)}</textarea>"
        f'<div class="actions"><button type="submit" class="plain strong">'
        f"{'Ask this below' if below else 'Ask this instead'}</button>"
        f"{button('cancel', 'Keep it as it was')}</div></form>"
    )


def actions(position: int, asked: Turn, feedback: Feedback | None, form: str, own: str) -> str:
    """The buttons below an answer, and the form that one of them opens; `own` are those that not every answer has."""
    helpful = None if feedback is None else feedback.helpful
    return (
        f'<div class="actions after">{own}{copy_button(_as_text(asked), "Copy the answer")}<span class="judge">'
        f"{button(f'helpful:{position}', 'Helpful', 'This answer is helpful', pressed=helpful is True)}"
        f"{button(f'unhelpful:{position}', 'Not helpful', 'This answer is not helpful', pressed=helpful is False)}"
        f"</span></div>{_why(position, feedback) if form == 'why' and feedback else _thanks(feedback)}"
    )


def changing(position: int, *, below: bool) -> str:
    """The buttons that have a question asked otherwise or once more: in its place, or `below` what follows it."""
    edited, again = ("Edit and ask below", "Ask again below") if below else ("Edit the question", "Ask again")
    return button(f"edit:{position}", edited) + button(f"retry:{position}", again)


def following(questions: Sequence[str]) -> str:
    """Questions to ask next, each of which asks itself."""
    if not questions:
        return ""
    rows = "".join(
        f'<li><button type="button" data-press="{text(f"ask:{question}")}">{isolated(question)}</button></li>'
        for question in questions
    )
    return f'<div class="following"><h3>You could ask next</h3><ul>{rows}</ul></div>'


def _why(position: int, feedback: Feedback) -> str:
    said = "What helped?" if feedback.helpful else "What was wrong or missing?"
    return (
        f'<form class="form" data-form="why:{position}"><label for="why-{position}">{said} It is kept with the answer, '
        f"for whoever runs this chat. You may leave it empty.</label>"
        f'<textarea id="why-{position}" name="words" rows="2" maxlength="{LONGEST_REASON}">'
        f'{text(feedback.why)}</textarea><div class="actions">'
        f'<button type="submit" class="plain strong">Keep this</button>{button("cancel", "Close")}</div></form>'
    )


def _thanks(feedback: Feedback | None) -> str:
    if feedback is None:
        return ""
    said = "helpful" if feedback.helpful else "not helpful"
    why = f": “{isolated(feedback.why)}”" if feedback.why else "."
    return f'<p class="kept">You found this {said}{why}</p>'


def _as_text(asked: Turn) -> str:
    """A question and its answer with its sources, to be put into an e-mail."""
    answer = asked.answer
    sources = [f"[{each.number}] {each.label} ({each.report.file})" for each in answer.citations]
    return "\n".join([asked.asked.strip(), "", answer.text, *(["", "Sources", *sources] if sources else []), "", _CARE])


_CARE = "Check the source before you rely on it."
