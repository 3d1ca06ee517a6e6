"""What the facts of a council's reports give to a Briefing: their grades, and what inspectors asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.briefings.briefing import Item
from assistant.briefings.gathering import Said
from assistant.briefings.theme import Theme
from assistant.citations import Draft
from assistant.describe import name_report
from assistant.grades import find_area_grades
from corpus.library import Library
from corpus.report import ImprovementList, Paragraph, Report

_WHOLE_LIST = 8  # items; longer lists of what was asked for are shown as far as they name the theme
_CARE_LEAVERS = (
    "From 2018 until 2022 inspections gave care leavers no grade of their own: the grade for children in care covers "
    "them."
)
_FRAMEWORKS = "These inspections used different frameworks: compare their grades with care."


def find_grades(theme: Theme, said: Sequence[Said], library: Library) -> Iterator[Item]:
    """The grades that judge the theme, and the overall ones; all where it is no graded area. Outcomes as sentences."""
    wanted = set(theme.graded_as) | {"overall"}
    drafts: list[Draft] = []
    reports = []
    for each in said:
        report = each.report
        areas = [judged.area for judged in report.judgements if not theme.areas or judged.area in wanted]
        found = find_area_grades(areas, report, library)
        if not found and each.extracts:
            found = _outcome(report, library)
        if found:
            drafts += [replace(draft, paragraphs=draft.paragraphs[:1]) for draft in found]
            reports.append(report)
    if drafts:
        remarks = [_FRAMEWORKS] if len({report.framework for report in reports}) > 1 else []
        if "care_leavers" in theme.areas and any(_judges_them_together(report) for report in reports):
            remarks.append(_CARE_LEAVERS)
        yield Item("grades", "", tuple(drafts), tuple(reports), " ".join(remarks))


def find_asked(theme: Theme, said: Sequence[Said], library: Library) -> Iterator[Item]:
    """What each report that speaks of the theme asked for, the newest first."""
    reports = [each.report for each in reversed(said) if each.extracts and each.report.improvement_lists]
    for report in reports:
        chosen, remark = _chosen(_items_of(report, library), theme, whole=report == reports[0])
        several = len(report.improvement_lists) > 1
        drafts = tuple(
            Draft(paragraph.text.replace("\t", ": "), (paragraph,), heading if several else None)
            for heading, paragraph in chosen
        )
        head = name_report(report) if several else f"{name_report(report)}: {_heading(report.improvement_lists[0])}"
        yield Item("answer", head, drafts, (report,) if drafts else (), remark)


def _judges_them_together(report: Report) -> bool:
    """True if a report's grade for children in care covers care leavers too."""
    return report.kind == "ILACS" and not report.grade("care_leavers") and bool(report.grade("children_in_care"))


def _outcome(report: Report, library: Library) -> list[Draft]:
    stated = library.paragraph(report.stated.get("outcome", ""))
    return [Draft(f"{name_report(report)}: “{report.outcome}”", (stated,))] if report.outcome and stated else []


def _heading(found: ImprovementList) -> str:
    return found.heading.rstrip(":?")


def _items_of(report: Report, library: Library) -> list[tuple[str, Paragraph]]:
    """What a report asks for, each with its list's heading: the items of its lists, and the bullets below them."""
    heading = {id_: _heading(found) for found in report.improvement_lists for id_ in found.paragraph_ids}
    ids = ((each.id if each.id in heading else each.introduced_by, each) for each in library.paragraphs(report.id))
    return [(heading[id_], each) for id_, each in ids if id_ in heading]


def _chosen(
    listed: Sequence[tuple[str, Paragraph]], theme: Theme, *, whole: bool
) -> tuple[list[tuple[str, Paragraph]], str]:
    """What of a list is shown, and a sentence on what is not: all of the newest if it is short, else what names it."""
    if whole and len(listed) <= _WHOLE_LIST:
        return list(listed), ""
    on_theme = [(heading, each) for heading, each in listed if theme.is_on(each)]
    of_all = f"of the {len(listed)} points that the report asks for"
    if not on_theme:
        return [], f"None {of_all} names {theme.text} in so many words."
    return on_theme, f"{len(on_theme)} {of_all} {'names' if len(on_theme) == 1 else 'name'} {theme.text}."
