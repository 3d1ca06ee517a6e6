"""The tracker on paper: each Improvement with its source, what is behind it, what later reports say, what was done."""

from collections.abc import Iterator, Sequence
from datetime import date

from assistant.citations import Claim, Draft, Opens, number
from assistant.describe import name_day, name_report, name_searched
from assistant.exports.sheet import Column, Sheet
from assistant.improvements.fields import ACTION_MEANS, IMPACT_MEANS
from assistant.improvements.improvement import Behind, Later
from assistant.improvements.tracked import Tracked, quoted, words_of
from assistant.improvements.workbook import list_name
from assistant.paper import CARE, Paper, Part
from corpus.report import Report

_SUGGESTED = 2  # paragraphs on paper; the page shows all
_PROPOSED = "What is proposed of a later report was found by the assistant from its words: a person decides."


def tracker_overview(tracked: Sequence[Tracked]) -> Sheet:
    """The tracker on one table: each Improvement's number, words, inspection, and where it stands; none is cut."""
    columns = (
        Column("No.", 5),
        Column("What inspectors asked for", 44),
        Column("Inspection", 14),
        Column("Owner", 12),
        Column("Due", 11),
        Column("Action", 11),
        Column("Impact", 12),
        Column("Later report", 22),
    )
    rows = (
        (
            at,
            _in_words(words_of(each.improvement)),
            _name(each.improvement.report),
            each.owner or None,
            each.due,
            each.action,
            each.impact,
            _said_later(each),
        )
        for at, each in enumerate(tracked, start=1)
    )
    return Sheet("All of them", columns, tuple(rows))


def tracker_paper(title: str, tracked: Sequence[Tracked], made: date, opens_at: Opens | None = None) -> Paper:
    """The tracker as a Paper for every format, one part an Improvement; its sources lead to where `opens_at` says."""
    reports = {each.improvement.report.id: each.improvement.report for each in tracked if each.is_held}
    later = {each.report.id: each.report for one in tracked for each in one.improvement.later}
    held = list((reports | later).values())
    read = f" from {name_searched(held)}" if held else ""
    notes = (CARE, f"Made on {name_day(made)} by the inspection assistant{read}.", _PROPOSED)
    return Paper(title, made, tuple(_part(each, at, opens_at) for at, each in enumerate(tracked, start=1)), notes)


def _part(tracked: Tracked, at: int, opens_at: Opens | None) -> Part:
    improvement = tracked.improvement
    listed = list_name(improvement)
    asked = f"{name_report(improvement.report)}: {listed[0].lower()}{listed[1:]}"
    whole = (improvement.paragraph, *improvement.parts)
    drafts = [Draft(improvement.quote or each.text, (each,), asked) for each in whole]
    drafts += _behind(improvement.behind)
    for later in improvement.later:
        drafts += _later(tracked, later)
    reports = [improvement.report, *(later.report for later in improvement.later)]
    cited, citations = number([draft for draft in drafts if draft.paragraphs], reports)
    # A sentence of our own cites nothing, and keeps its place among those that do.
    numbered = iter(cited)
    claims = [next(numbered) if draft.paragraphs else Claim(draft.text, (), draft.group) for draft in drafts]
    return Part(
        question=f"{at}. {_in_words(improvement.quote or improvement.paragraph.text)}",
        about="",
        status=_status(tracked),
        claims=(*claims, *_written(tracked)),
        citations=citations,
        links={each.number: opens_at(each) for each in citations} if opens_at and tracked.is_held else {},
        note="" if tracked.is_held else "No report in the library says this any longer: these are the words of then.",
    )


def _said_later(tracked: Tracked) -> str | None:
    """What each later report says of it: "ILACS, October 2022: met (decided)"."""
    lines = []
    for later in tracked.improvement.later:
        decision = tracked.decision(later.report)
        said = f"{decision.progress} (decided)" if decision else f"{later.proposed} (proposed)"
        said = "to be read" if decision is None and later.proposed == "not sure" else said
        lines.append(f"{_name(later.report)}: {said}")
    return "\n".join(lines) or None


def _status(tracked: Tracked) -> str:
    due = f"Due: {name_day(tracked.due)}" if tracked.due else "No date"
    owner = f"Owner: {tracked.owner}" if tracked.owner else "No owner"
    action = f"Action: {tracked.action} ({ACTION_MEANS[tracked.action]})"
    return " · ".join((owner, due, action, f"Impact: {tracked.impact} ({IMPACT_MEANS[tracked.impact]})"))


def _behind(behind: Sequence[Behind]) -> Iterator[Draft]:
    """Where they stand: their words follow among the sources, and are long enough to be printed once."""
    named = [each for each in behind if each.named]
    suggested = [each for each in behind if not each.named][:_SUGGESTED]
    for each in (*named, *suggested):
        group = "Behind it, named by the report" if each.named else "Behind it, suggested by the assistant"
        number_ = f"Paragraph {each.paragraph.number}, page" if each.paragraph.number else "Page"
        yield Draft(f"{number_} {each.paragraph.page}", (each.paragraph,), group)


def _later(tracked: Tracked, later: Later) -> Iterator[Draft]:
    decision = tracked.decision(later.report)
    decided = f"decided: {decision.progress} (by {decision.who})" if decision else "not decided yet"
    proposed = "not sure, to be read" if later.proposed == "not sure" else f"proposed: {later.proposed}"
    group = f"{name_report(later.report)}: {proposed}; {decided}"
    yield Draft(later.why, (), group)
    for paragraph, words in quoted(later):
        yield Draft(words, (paragraph,), group)


def _written(tracked: Tracked) -> Iterator[Claim]:
    for group, name in (("Actions", "actions"), ("Evidence", "notes")):
        for line in tracked.value(name).split("\n"):
            if line.strip():
                yield Claim(line, (), group)
    for each in tracked.evidence:
        yield Claim(
            f"{each.kind.capitalize()}: {each.words} (given by {each.who}, {each.when:%d/%m/%Y})", (), "Evidence"
        )


def _in_words(text: str) -> str:
    """A text on one line; between the cells of a table's row, who it is for and what to do, stands a colon."""
    return " ".join(text.replace("\t", ": ").split())


def _name(report: Report) -> str:
    """An inspection without whose it was: "ILACS, October 2022"."""
    when = f"{report.when:%B %Y}" if report.when else "no date"
    return f"{report.kind or 'report'}, {when}"
