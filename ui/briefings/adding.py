"""“Add to briefing”: an answer, or the paragraph of an open source, goes from the chat into a briefing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assistant.answer import Answer
from assistant.briefings.briefing import Briefing, Item
from assistant.briefings.edit import add_item
from assistant.briefings.store import Briefings, ChangedElsewhere, Listed
from ui.briefings.forms import LONGEST_TITLE
from ui.page.buttons import button
from ui.page.escape import text

LOOK = Path(__file__).with_name("briefings.css")
"""The style sheet of briefings, for each page that has something of theirs."""
_OFFERED = 5  # briefings, those that changed last; the others are reached from their own page
_TRIES = 3  # to add while the briefing is being changed in another tab
_LONGEST_NAME = 80  # characters of a new briefing's name that is proposed


@dataclass(slots=True)
class Adding:
    """What one visit adds to briefings. It changes, so unlike the nouns it is not frozen.

    `current` is the id of the briefing that things go into. A `place` is the position of an answer ("2") or "source":
    that `chosen_at` shows the choice of briefings, that `told_at` says what was done last, in the sentence `told`.
    """

    current: str = ""
    chosen_at: str = ""
    told_at: str = ""
    told: str = ""

    def choose(self, place: str) -> None:
        """Open the choice of briefings at a place."""
        self.chosen_at, self.told_at, self.told = place, "", ""

    def shut(self) -> None:
        """Close what stands open."""
        self.chosen_at = self.told_at = self.told = ""


def put(item: Item, id_: str, owner: str, briefings: Briefings) -> str | None:
    """Put an Item at the end of an owner's briefing and return the sentence that says so; None where there is none.

    Raises InspectionError where it cannot be kept.
    """
    for tried in range(1, _TRIES + 1):
        kept = briefings.get(id_)
        if kept is None or kept.owner != owner:
            return None
        briefing = kept.briefing
        if any((each.kind, each.text, each.drafts) == (item.kind, item.text, item.drafts) for each in briefing.items):
            return f"This is in “{briefing.title}” already."
        changed = add_item(briefing, item)
        try:
            briefings.save(id_, owner, changed, kept.version)
        except ChangedElsewhere:
            if tried == _TRIES:
                raise
        else:
            return _added(changed)
    return None


def begin(item: Item, title: str, owner: str, briefings: Briefings) -> tuple[str, str]:
    """Put an Item into a new briefing of an owner's; its id, and the sentence that says so."""
    named = " ".join(title.split())[:LONGEST_TITLE] or "A briefing"
    made = add_item(Briefing(named, date.today()), item)
    return briefings.add(owner, made), _added(made)


def propose_name(answer: Answer) -> str:
    """What a new briefing could be called that begins with an answer."""
    said = answer.question.about.replace(" · ", ": ", 1).replace(" · ", ", ") or answer.question.text
    return " ".join(said.split())[:_LONGEST_NAME].strip()


def below(place: str, adding: Adding, found: Sequence[Listed], proposed: str) -> str:
    """What stands below an answer or a source once it is added, or while a briefing is chosen; `found` are those."""
    if adding.chosen_at == place:
        return _choice(place, found[:_OFFERED], proposed)
    if adding.told_at != place:
        return ""
    return (
        f'<div class="added" id="added-{place}" tabindex="-1"><p>{text(adding.told)}</p><div class="actions">'
        f"{button('briefing', 'Open the briefing')}{button(f'choose:{place}', 'Add to another')}</div></div>"
    )


def _choice(place: str, found: Sequence[Listed], proposed: str) -> str:
    """The briefings to choose from, and a new one."""
    what = "paragraph" if place == "source" else "answer"
    rows = "".join(f"<li>{button(f'into:{place}:{each.id}', f'“{each.title}”')}</li>" for each in found)
    there = f'<p id="choice-{place}">Add this {what} to</p><ul>{rows}</ul>' if found else ""
    label = "or to a new briefing, called" if found else f"Add this {what} to a new briefing, called"
    return (
        f'<form class="form choice" data-form="into-new:{place}">{there}'
        f'<label for="new-{place}">{label}</label>'
        f'<input id="new-{place}" name="words" value="{text(proposed)}" maxlength="{LONGEST_TITLE}" required '
        f'autocomplete="off"><div class="actions">'
        f'<button type="submit" class="plain strong">Make it, and add this</button>'
        f"{button(f'unchoose:{place}', 'Add nothing')}</div></form>"
    )


def _added(briefing: Briefing) -> str:
    count = len(briefing.items)
    return f"Added to “{briefing.title}”: {count} {'item' if count == 1 else 'items'}."
