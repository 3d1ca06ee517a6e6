"""What was done on the page of improvements, what could not be, and what is to be settled."""

from collections.abc import Sequence

from assistant.improvements.tracked import Tracked, words_of
from ui.improvements import forms, history
from ui.improvements.progress import pressed
from ui.improvements.visit import Following, Office
from ui.page import parts
from ui.page.escape import isolated
from ui.page.zone import zone


def news(office: Office, here: Following, tracked: Sequence[Tracked]) -> None:
    """Draw it, above what it is about."""
    said = f'<p class="notice" id="improve-wrong" tabindex="-1">{isolated(here.wrong)}</p>' if here.wrong else ""
    if here.done:
        said += f'<p class="done" id="improve-done" tabindex="-1">{isolated(here.done)}</p>'
    if here.told:
        rows = "".join(f"<li>{isolated(sentence)}</li>" for sentence in here.told)
        said += f'<div class="notice"><p>Of the file that was imported:</p><ul>{rows}</ul></div>'
    parts.piece("improve_news", said, pressed)
    if here.conflicts:
        words = {each.key: words_of(each.improvement) for each in tracked}
        found = [(each, words.get(each.edit.key, "")) for each in here.conflicts]
        parts.piece("improve_conflicts", history.conflicts(found, zone()), pressed)
        forms.conflicts(office, here, tracked)
