"""One improvement on its page."""

from assistant.improvements.tracked import Tracked, inspection
from ui.improvements import forms, history, news, one, settling
from ui.improvements.finding import Found
from ui.improvements.progress import pressed, progress
from ui.improvements.visit import Following, Office
from ui.page import parts
from ui.page.zone import zone


def draw(office: Office, here: Following, tracked: Tracked, found: Found) -> None:
    """Draw it: its words, what is behind it, later reports, the plan, evidence and history."""
    improvement, where = tracked.improvement, zone()
    if here.version is None:
        here.version = tracked.version
    here.shown = tracked.version
    is_found = found.is_found(improvement) or not tracked.is_held or bool(found.problem)
    parts.piece("improve_head", one.head(tracked), pressed, here.handed(opens=False))
    parts.piece("improve_behind", one.behind(improvement, found=is_found), pressed)
    inspections = [inspection(each.report) for each in improvement.later]
    said = {each: news.said(here, f"later:{each}") for each in inspections}
    parts.piece("improve_later", one.later(tracked, where, said, found=is_found), pressed)
    settling.draw(office, here, "later", [tracked])
    parts.piece("improve_plan_head", one.heading("plan"), pressed)
    forms.plan(office, here, tracked)
    settling.draw(office, here, "plan", [tracked])
    parts.piece("improve_evidence", one.heading("evidence") + history.evidence(tracked, where), pressed)
    forms.evidence(office, here, tracked)
    parts.piece("improve_history", history.history(tracked, where), pressed)
    if not is_found:
        progress(here, found)
