"""The forms of a briefing as HTML: its title, a section's, words of one's own, a question to the reports.

What is written in a field with `data-keep` is saved as it is written (brief.js). While a form stands open its HTML
stays the same, so that nothing is drawn anew under the reader's hands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.briefings.briefing import Item, Section
from assistant.citations import Claim
from ui.page.buttons import LONGEST_QUESTION, button
from ui.page.escape import isolated, text

LONGEST_TITLE = 200
"""Characters of a title, as many as are kept."""
LONGEST_WORDS = 5_000
"""Characters of a note, and of what is said on audience and purpose: two pages."""
_DETAILS = (
    ("title", "Title", LONGEST_TITLE, 1),
    ("audience", "Audience", LONGEST_TITLE, 1),
    ("purpose", "Purpose", LONGEST_WORDS, 2),
)
"""The fields about the whole: what each is called here and on the page, its characters at most and its lines."""
_LABELS = {"note": "Your note", "question": "A question to discuss"}


@dataclass(frozen=True, slots=True)
class Form:
    """What stands open to be written in: `kind` "details", "section" (its `id`), "item" or "ask".

    `words` are those in it as it opened, of details three. An item that is new is `item`, to be put into a `section`
    (its id) before the position `at` (from 0) with the first words; so is the answer to a question.
    """

    kind: Literal["details", "section", "item", "ask"]
    id: str = ""
    words: tuple[str, ...] = ("",)
    item: Item | None = None
    section: str = ""
    at: int = 0


def details(words: Sequence[str]) -> str:
    """The fields for title, audience and purpose, with their words."""
    drawn = "".join(
        f'<label for="brief-{name}">{label}</label><textarea id="brief-{name}" data-keep="{name}" rows="{rows}" '
        f'maxlength="{most}">{text(said)}</textarea>'
        for (name, label, most, rows), said in zip(_DETAILS, words, strict=True)
    )
    return f'<div class="form details-form">{drawn}<div class="actions">{button("close-form", "Done")}</div></div>'


def retitle(section: Section) -> str:
    """The form for a section's title."""
    return (
        f'<form class="form" data-form="retitle:{text(section.id)}"><label for="retitle">Title of the section</label>'
        f'<textarea id="retitle" name="words" rows="1" maxlength="{LONGEST_TITLE}" required>'
        f"{text(section.title)}</textarea>"
        f'<div class="actions"><button type="submit" class="plain strong">Save the title</button>'
        f"{button('close-form', 'Leave it as it was')}</div></form>"
    )


def editing(item: Item, words: str, claims: Sequence[Claim]) -> str:
    """The form in the place of an item: for the words of one's own, and for its sentences, each to be left out."""
    id_ = text(item.id)
    rows = "".join(
        f"<li>{isolated(claim.text)} {button(f'cut:{item.id}:{at}', 'Leave out', f'Leave out: {claim.text}')}</li>"
        for at, claim in enumerate(claims)
    )
    sentences = f'<ul class="cuts" aria-label="Its sentences">{rows}</ul>' if rows else ""
    if item.kind not in _LABELS:
        done = f'<div class="actions">{button("close-form", "Done")}</div>'
        return f'<li class="item" data-item="{id_}"><div class="form">{sentences}{done}</div></li>'
    return (
        f'<li class="item" data-item="{id_}"><form class="form" data-form="done">'
        f'<label for="words-{id_}">{_LABELS[item.kind]}</label>'
        f'<textarea id="words-{id_}" name="words" data-keep="item" rows="3" maxlength="{LONGEST_WORDS}">'
        f'{text(words)}</textarea>{sentences}<div class="actions">'
        f'<button type="submit" class="plain strong">Done</button></div></form></li>'
    )


def asking(disclosed: str) -> str:
    """The form for a question to the reports; `disclosed` is what leaves the machine, "" where nothing does."""
    care = f'<p class="care">{text(disclosed)}</p>' if disclosed else ""
    return (
        f'<form class="form" data-form="asked">{care}<label for="brief-ask">Your question to the reports</label>'
        f'<textarea id="brief-ask" name="words" rows="2" maxlength="{LONGEST_QUESTION}" required></textarea>'
        f'<div class="actions"><button type="submit" class="plain strong">Ask, and put the answer here</button>'
        f"{button('close-form', 'Ask nothing')}</div></form>"
    )
