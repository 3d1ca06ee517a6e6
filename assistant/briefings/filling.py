"""A template that fills itself for a council and a theme: a Briefing that grows, section by section."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from assistant.briefings.briefing import Briefing, Item, Section
from assistant.briefings.contrast import find_contrasts, find_good, find_praised
from assistant.briefings.gathering import Said, find_reports, gather
from assistant.briefings.sections import Gathered, explain_terms, fill_part
from assistant.briefings.templates import TEMPLATES, Pattern, Template
from assistant.briefings.theme import Theme, read_theme
from assistant.describe import name_report, name_searched
from assistant.search import Searcher
from corpus.report import Report

_CONTRASTS = 2
_CRITICISED = 4  # sentences of criticism for which a contrast is looked for


@dataclass(frozen=True, slots=True)
class Filling:
    """A Briefing on its way: what is done next, and how many of how many steps are done. The last is whole."""

    briefing: Briefing
    told: str
    done: int
    of: int


def fill(template: Template, council: str, theme: str, searcher: Searcher, made: date) -> Iterator[Filling]:
    """Ever fuller Briefings. Whoever wants no more stops asking.

    Raises WrongUse for a council without a report and for a theme without words, and the library's errors.
    """
    pattern = TEMPLATES[template]
    reports = find_reports(council, searcher.library)
    named = reports[0].council or council
    on = read_theme(theme, searcher.library)
    briefing = _begin(pattern, named, on, made)
    wants_contrast = any(part == "contrast" for part, _title in pattern.sections)
    steps = len(reports) + wants_contrast + 1
    said: list[Said] = []
    for report in reports:
        yield Filling(briefing, f"Reading {name_report(report)}…", len(said), steps)
        said.append(gather(on, report, searcher))
    contrasts: tuple[Item, ...] = ()
    if wants_contrast:
        yield Filling(briefing, "Looking for contrasts in other councils’ reports…", len(said), steps)
        contrasts = _contrasts(on, said, searcher)
    yield Filling(briefing, "Putting it together…", steps - 1, steps)
    gathered = Gathered(named, on, tuple(said), contrasts, pattern.ends, searcher.library)
    filled = {part: fill_part(part, gathered) for part, _title in pattern.sections}
    filled["terms"] = tuple(explain_terms([item for items in filled.values() for item in items]))
    sections = tuple(Section(title, filled[part]) for part, title in pattern.sections if filled[part])
    coverage = _coverage(on, reports, searcher if wants_contrast else None)
    yield Filling(replace(briefing, sections=sections, coverage=coverage), "Done.", steps, steps)


def _begin(pattern: Pattern, council: str, theme: Theme, made: date) -> Briefing:
    title = f"{theme.text[0].upper()}{theme.text[1:]} in {council}"
    purpose = pattern.purpose.replace("{council}", council).replace("{theme}", theme.text)
    return Briefing(title, made, pattern.audience, purpose)


def _contrasts(theme: Theme, said: list[Said], searcher: Searcher) -> tuple[Item, ...]:
    """Pairs for the newest report that criticises; else what is praised elsewhere."""
    found: tuple[Item, ...] = ()
    for each in reversed(said):
        criticism = [found for found in each.extracts if theme.tone(found.text) == "criticism"][:_CRITICISED]
        if criticism:
            found = find_contrasts(theme, criticism, each.report, searcher, _CONTRASTS)
            break
    return found or find_praised(theme, said[-1].report, searcher, _CONTRASTS)


def _coverage(theme: Theme, reports: list[Report], contrasted: Searcher | None) -> str:
    said = f"Searched for {theme.text}: {name_searched(reports)}"
    if contrasted is None:
        return f"{said}."
    good = find_good(theme, reports[-1], contrasted.library.reports)
    if not good:
        return f"{said}. No other council’s report held is judged good or outstanding on it, so nothing is contrasted."
    return f"{said}; for contrast, {name_searched(good)}, judged good or outstanding."
