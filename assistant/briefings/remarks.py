"""What is said beside a Briefing: reports that are not the newest or no longer held, and on what terms they are."""

import re
from collections.abc import Iterator, Sequence

from assistant.briefings.briefing import Briefing
from assistant.describe import name_report
from assistant.remarks import superseded_by
from corpus.library import Library
from corpus.report import Report

_OPEN = re.compile(r"\bOpen\s+Government\s+Licence\b", re.IGNORECASE)
_NON_COMMERCIAL = re.compile(r"\bnon-?\s?commercial\b", re.IGNORECASE)
_CROWN = re.compile(r"\bCrown\s+copyright\b", re.IGNORECASE)
_TERMS = {
    "open": (
        "may be reused under the Open Government Licence (not their logos), with their source named, as their own text "
        "says"
    ),
    "non-commercial": (
        "may be copied for non-commercial purposes only, with source and date named, as their own text says; read the "
        "terms in the report"
    ),
    "crown": "are Crown copyright; their text does not say how they may be reused",
    "silent": "do not say in their text how they may be reused",
    "not held": "are no longer in the library as they were, so that their terms cannot be read here",
}
"""What we say of reports, by what their own text says."""


def warn(briefing: Briefing, library: Library) -> tuple[str, ...]:
    """A sentence for each cited report that a newer inspection follows, or that the library no longer holds as it was.

    None for an older report where the newer one is cited too: the reader sees both.
    """
    return tuple(_warnings(briefing.reports, library.reports))


def say_licences(briefing: Briefing, library: Library) -> tuple[str, ...]:
    """A sentence for each kind of terms that the cited reports are under, with the reports' names."""
    held = {report.id for report in library.reports}
    of_terms: dict[str, list[str]] = {}
    for report in briefing.reports:
        terms = _terms(report, library) if report.id in held else "not held"
        of_terms.setdefault(terms, []).append(name_report(report))
    return tuple(
        f"These reports {said}: {'; '.join(of_terms[terms])}." for terms, said in _TERMS.items() if terms in of_terms
    )


def _warnings(cited: Sequence[Report], held: Sequence[Report]) -> Iterator[str]:
    ids, files = {report.id for report in held}, {report.file for report in held}
    used = {report.id for report in cited}
    for report in cited:
        if report.id not in ids:
            what = "replaced by a newer file" if report.file in files else "removed from the library"
            yield (
                f"{name_report(report)} was {what} since: the words are those that were cited then. Check them before "
                "you use them."
            )
        newer = superseded_by(report, held)
        if newer and newer.id not in used:
            yield f"{name_report(report)} has been followed by a newer inspection: {name_report(newer)}."


def _terms(report: Report, library: Library) -> str:
    text = "\n".join(paragraph.text for paragraph in library.paragraphs(report.id))
    for terms, pattern in (("open", _OPEN), ("non-commercial", _NON_COMMERCIAL), ("crown", _CROWN)):
        if pattern.search(text):
            return terms
    return "silent"
