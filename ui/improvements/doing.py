"""Doing what somebody asks for on the page of improvements, once it is known who they are."""

from collections.abc import Callable, Sequence

from assistant.improvements.fields import name_field
from assistant.improvements.tracked import Conflict, Edit, Tracked
from assistant.improvements.tracker import Applied
from corpus.errors import InspectionError
from ui.improvements import person
from ui.improvements.visit import Following, Office

_ASKED = "Write your name: it is kept with each change. Then it is done."


def do(here: Following, place: str, act: Callable[[], None]) -> None:
    """Do something that is kept with a name, and tell at its place what was done, or why it was not.

    Where no name is known, it is asked for there, and this is done once it is given.
    """
    here.begin(place)
    if not person.known():
        here.waiting, here.is_asked, here.say = act, True, _ASKED
        here.bring("#name-words")
        return
    try:
        act()
    except InspectionError as error:
        here.refuse(str(error))


def name(here: Following, words: str) -> None:
    """Take a name, then do what waits for it. Raises InspectionError where that cannot be done."""
    try:
        person.give(words)
    except InspectionError as error:
        here.say = str(error)
        here.bring("#name-words")
        return
    act, here.waiting, here.is_asked = here.waiting, None, False
    here.bring("#improve-done, #improve-wrong")
    if act is None:
        here.finish("Your name is kept in this browser.")
    else:
        act()


def change(office: Office, here: Following, edits: Sequence[Edit], tracked: Sequence[Tracked]) -> Applied:
    """Make changes, say what was done, and keep what somebody else's change stands against. Raises WrongUse."""
    wanted = [edit for edit in edits if edit.after.strip() != edit.before.strip()]
    applied = office.tracker.apply(person.known(), wanted, tracked)
    here.conflicts, here.settles = applied.conflicts, here.place
    count = len(applied.conflicts)
    if count:
        here.bring("#conflicts")
        here.finish(f"{applied.made} saved. {count} changed on both sides: choose below.")
    else:
        fields = dict.fromkeys(name_field(edit.field) for edit in wanted)
        here.finish(f"Saved: {', '.join(fields)}." if applied.made else "Nothing was changed.")
    return applied


def settle(office: Office, here: Following, mine: Sequence[Conflict], tracked: Sequence[Tracked]) -> None:
    """Put what was chosen in the place of what stands there now; the rest stays as it is. Raises WrongUse."""
    edits = [Edit(each.edit.key, each.edit.field, each.now, each.edit.after) for each in mine]
    change(office, here, edits, tracked)
    if not here.conflicts:
        here.finish("Settled.")
        here.bring("#improve-done")
