"""What each button on the page of improvements does."""

from collections.abc import Callable
from datetime import date
from typing import NoReturn, get_args

from assistant.citations import Citation
from assistant.improvements.tracked import Edit, Tracked
from assistant.improvements.views import View
from corpus.errors import InspectionError
from ui.improvements import person
from ui.improvements.doing import change, do, name
from ui.improvements.saving import save
from ui.improvements.visit import Following, Office, followed, of_report
from ui.page.navigation import go, source_address
from ui.source.stepping import step

_CHANGED = "This was changed meanwhile. Look again, then choose again."


def heed(office: Office, here: Following) -> None:
    """Do what was pressed, in order; what cannot be done is told."""
    while here.pressed:
        kind, _colon, rest = here.pressed.pop(0).partition(":")
        try:
            _ACTS[kind](office, here, rest)
        except InspectionError as error:
            here.refuse(str(error))
            here.bring("#improve-wrong")
        except (KeyError, StopIteration, ValueError):
            here.begin("top")
            here.refuse(_CHANGED)
            here.bring("#improve-wrong")


def _open(office: Office, here: Following, key: str) -> None:
    here.open(_find(office, here, key))


def _back(_office: Office, here: Following, _rest: str) -> None:
    here.leave()


def _view(_office: Office, here: Following, name: str) -> None:
    here.begin("top")
    here.view = next(view for view in get_args(View) if view == name)


def _jump(_office: Office, here: Following, place: str) -> None:
    here.bring(f"#{place}")


def _source(office: Office, here: Following, rest: str) -> None:
    report_id, _colon, paragraph_id = rest.partition(":")
    paragraph = office.library.paragraph(paragraph_id)
    if paragraph is None:
        raise KeyError(paragraph_id)
    citation = Citation(1, paragraph, office.library.report(report_id))
    here.open_source(citation, f"source:{rest}")


def _panel(office: Office, here: Following, pressed: str) -> None:
    """A button of the source that stands open."""
    if pressed == "report" and here.source:
        _leave(here.source.citation.report.id)
    step(here, pressed, office.library)


def _leave(report_id: str) -> NoReturn:
    go("report", report=report_id)


def _decide(office: Office, here: Following, rest: str) -> None:
    progress, key, inspection = rest.split(":", 2)
    tracked = _find(office, here, key)
    field = f"decision {inspection}"
    edit = Edit(key, field, tracked.value_at(field, here.shown), progress)

    def decide() -> None:
        change(office, here, [edit], [tracked])
        if not here.conflicts:
            here.finish(f"Decided: {progress}." if progress else "The decision was taken back.")

    do(here, f"later:{inspection}", decide)
    if not progress and not here.is_asked:  # its button is gone
        here.bring(f'[data-press^="decide:"][data-press$=":{key}:{inspection}"]')


def _file(office: Office, here: Following, evidence_id: str) -> None:
    tracked = _find(office, here, here.key)
    given = next(each for each in tracked.evidence if each.id == evidence_id)
    content = office.tracker.file(evidence_id)
    if content is None:
        raise KeyError(evidence_id)
    # Never a type that a browser would run or show: the reader's computer decides, once it is saved.
    here.hand(given.words, "application/octet-stream", content)


def _detach(office: Office, here: Following, evidence_id: str) -> None:
    tracked = _find(office, here, here.key)

    def take() -> None:
        office.tracker.detach(person.known(), tracked, evidence_id)
        here.finish("Taken away; the history says what it was.")
        here.bring("#improve-done")

    do(here, "evidence", take)


def _ask_name(_office: Office, here: Following, _rest: str) -> None:
    here.begin("name")
    here.is_asked = True
    here.bring("#name-words")


def _name(_office: Office, here: Following, words: str) -> None:
    name(here, words)


def _export(office: Office, here: Following, kind: str) -> None:
    here.begin("top")
    found = office.finder.found(here.council)
    tracked = of_report(followed(office, here.council, found), here.report_id)
    here.hand(*save(kind, here.council, tracked, found.enquiries or (), date.today(), source_address))


def _find(office: Office, here: Following, key: str) -> Tracked:
    """An improvement of the council in view."""
    found = office.finder.found(here.council)
    return next(each for each in followed(office, here.council, found, key) if each.key == key)


_ACTS: dict[str, Callable[[Office, Following, str], None]] = {
    "open": _open,
    "back": _back,
    "view": _view,
    "jump": _jump,
    "source": _source,
    "panel": _panel,
    "decide": _decide,
    "file": _file,
    "detach": _detach,
    "export": _export,
    "ask-name": _ask_name,
    "name": _name,
}
