"""Found becomes an Answer without a language model: the sentences that answer, in the report's own words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Answer, Status
from assistant.beyond import find_beyond
from assistant.citations import Draft, number
from assistant.confidence import mentioned, read_asked
from assistant.counting import counts
from assistant.definitions import asked_term
from assistant.describe import AREA_NAMES, name_report, name_searched
from assistant.extract import extract
from assistant.glossary import find_term, stands_in
from assistant.grades import find_area_grades
from assistant.periods import order
from assistant.plans import Found
from assistant.question import Question
from assistant.search import Searcher
from assistant.sorts import asks_for_figure, asks_for_grade
from assistant.wording import is_small_talk
from corpus.chunk import Passage
from corpus.library import Library
from corpus.report import Report

_EMPTY = "The library holds no reports yet. Add some with: inspection ingest FOLDER."


def compose(found: Found, searcher: Searcher) -> Iterator[Answer]:
    """Ever longer Answers; the last is finished. One without a Claim says why."""
    drafts: list[Draft] = []
    quoted = any(draft.text in draft.paragraphs[0].text for group in found.groups for draft in group.drafts)
    counted = not _passages(found) and not quoted and found.question.sort not in ("list", "definition")
    status: Status = "counted from the facts" if counted else "in the reports"
    for group in found.groups:
        drafts += group.drafts
        used = {paragraph.id for draft in drafts for paragraph in draft.paragraphs}
        drafts += [each.draft(group.label) for each in extract(found.question, group, searcher, used)]
        if drafts:
            yield _answer(found, drafts, searcher.library, status, finished=False)
    if drafts:
        drafts = drafts if counted else _by_report(drafts, found.question, searcher.library)
        answer = _answer(found, drafts, searcher.library, status)
        yield replace(
            answer, note=remark(answer, [group.label for group in found.groups if group.label], searcher.library)
        )
    else:
        yield refuse(found, searcher.library)


def _by_report(drafts: Sequence[Draft], question: Question, library: Library) -> list[Draft]:
    """The drafts under the names of their reports, where they stand under nothing and more than one is in play.

    One report has its name there too if a later inspection followed and no date was asked for.
    """
    cited = [report for report in library.reports if report.id in {draft.paragraphs[0].report_id for draft in drafts}]
    is_old = not question.when.named and any(_later(report, cited, library.reports) for report in cited)
    if any(draft.group for draft in drafts) or (len(cited) == 1 and not is_old):
        return list(drafts)
    names = {report.id: name_report(report) for report in library.reports}
    of_report: dict[str, list[Draft]] = {}
    for draft in drafts:
        label = names[draft.paragraphs[0].report_id]
        of_report.setdefault(label, []).append(replace(draft, group=label))
    return [draft for found in of_report.values() for draft in found]


def remark(answer: Answer, labels: Sequence[str], library: Library) -> str:
    """What a reader should know about an Answer: where nothing was found, other frameworks, later inspections."""
    silent = [label for label in labels if label not in {claim.group for claim in answer.claims}]
    cited = list({citation.report.id: citation.report for citation in answer.citations}.values())
    remarks = [answer.question.unanswered] if answer.question.unanswered else []
    remarks += _ungraded(answer, cited, library)
    remarks += [f"Nothing on this was found for: {'; '.join(silent)}."] if silent else []
    if answer.question.sort == "fact" and asks_for_figure(answer.question.standalone):
        what = read_asked(answer.question, library).counted
        stated = any(counts(claim.text, what) for claim in answer.claims)
        remarks += [] if stated else ["No figure for this was found."]
    frameworks = sorted({report.framework for report in cited if report.framework and report.judgements})
    if answer.question.sort == "over time" and len(frameworks) > 1:
        remarks.append(f"These inspections used different frameworks ({', '.join(frameworks)}): compare with care.")
    if answer.question.sort == "across councils" and not answer.question.councils:
        remarks.append(_coverage(answer, cited, library))
    compared = answer.question.reports or () if answer.question.sort == "over time" else ()  # and found silent
    later = [newer for each in cited if (newer := _later(each, cited, library.reports)) and newer.id not in compared]
    told = answer.question.sort == "across councils" and answer.status == "counted from the facts"  # by _coverage
    if later and not told and answer.question.sort != "definition":
        remarks.append(f"There is a later report: {'; '.join(dict.fromkeys(map(name_report, later)))}.")
    return " ".join(remarks)


def _ungraded(answer: Answer, cited: Sequence[Report], library: Library) -> list[str]:
    """What to say where another grade is told than that of the area asked about."""
    areas = answer.question.areas
    if answer.question.sort != "grade" or not areas or any(find_area_grades(areas, each, library) for each in cited):
        return []
    return [f"No grade of its own was given for {AREA_NAMES[areas[0]]}."]


def _coverage(answer: Answer, cited: Sequence[Report], library: Library) -> str:
    """How many councils of those searched have something: "3 of 15 councils' reports, the newest January 2025"."""
    within = [r for r in library.reports if answer.question.reports is None or r.id in answer.question.reports]
    said = {report.council for report in cited}
    councils = {report.council for report in within}
    if answer.status == "counted from the facts":
        since = [report for report in cited if _later(report, cited, library.reports)]
        now = sorted(said - {report.council for report in since}, key=str)
        latest = f" At their latest inspection: {', '.join(map(str, now)) or 'none of them'}." if since else ""
        return f"That is {len(said)} of {len(councils)} councils.{latest} Searched: {name_searched(within)}."
    newest = order([report for report in cited if report.when])[-1:]
    when = f", the newest from {newest[0].when:%B %Y}" if newest else ""
    return (
        f"Found in the reports of {len(said)} of {len(councils)} councils{when}. Searched: {name_searched(within)}. "
        "Others may say it in other words."
    )


def _later(report: Report, cited: Sequence[Report], held: Sequence[Report]) -> Report | None:
    """The newest full inspection of the same council and sort of service, if it is later and none so late is cited."""
    send = report.kind == "area SEND"
    same = [
        other
        for other in held
        if other.council == report.council and other.when and (other.kind == "area SEND") == send and _is_full(other)
    ]
    if not same or report.when is None or not _is_full(report):
        return None
    newest = order(same)[-1]
    newest_cited = max(other.when for other in cited if other.council == report.council and other.when)
    return newest if newest.when and newest.when > newest_cited else None


def _is_full(report: Report) -> bool:
    return bool(report.judgements or report.outcome)


def refuse(found: Found, library: Library) -> Answer:
    """The Answer that says that there is none, why, what was searched, and where there is one the nearest finding."""
    question = found.question
    if not library.reports:
        return _without_claims(found, "not in the library", _EMPTY)
    if is_small_talk(question.text):
        return _without_claims(found, "not understood", "Ask about what inspectors found, in your own words.")
    if question.missing:
        note = f"The library does not hold {question.missing}. It holds {_holdings(question.councils, library)}."
        return _without_claims(found, "not in the library", note)
    if question.sort == "beyond":
        beyond = find_beyond(question.standalone)
        note = (
            f"Inspection reports do not hold this: they say what inspectors found, not {beyond}. "
            f"You could put it to the council's officers: “{question.text.strip()}”"
        )
        return _without_claims(found, "not in inspection reports", note)
    if question.sort == "definition" and (term := find_term(asked_term(question.standalone))):
        said = f"{term.names[0][0].upper()}{term.names[0][1:]}: {term.meaning}"
        return _without_claims(found, "our glossary", f"{said} (Our own words, not a report's; after {term.source}.)")
    return _silent(found, library)


def _silent(found: Found, library: Library) -> Answer:
    question = found.question
    scope = _scope(found, library)
    if question.sort == "across councils" and asks_for_grade(question.standalone):
        note = f"None of the inspections searched was judged so. Searched: {name_searched(scope)}."
        return _without_claims(found, "counted from the facts", note)
    if question.sort == "grade" and question.areas:
        area = AREA_NAMES[question.areas[0]]
        note = f"No grade of its own was given for {area}. Searched: {name_searched(scope)}."
        return _without_claims(found, "the reports do not say", note)
    note = f"The reports do not say. Searched: {name_searched(scope)}."
    if question.sort == "definition" and (term := asked_term(question.standalone)):
        note = f"No report explains “{term}”. Searched: {name_searched(scope)}."
    asked = read_asked(question, library)
    named = next((name for name in asked.term if stands_in(name, question.text)), asked.term[0] if asked.term else "")
    if not any(mentioned(asked, report.id, library) for report in scope):
        return _without_claims(found, "the reports do not say", f"{note} None of them mentions “{named}”.")
    near = max(_passages(found), key=lambda passage: passage.relevance or 0.0, default=None)
    paragraph = library.paragraph(near.chunk.paragraph_ids[0]) if near and (near.relevance or 0.0) > 0 else None
    if paragraph is None:
        return _without_claims(found, "the reports do not say", note)
    _claims, citations = number([Draft("", (paragraph,))], library.reports)
    answer = _without_claims(found, "the reports do not say", f"{note} The nearest finding is in source 1.")
    return replace(answer, citations=citations)


def _scope(found: Found, library: Library) -> Sequence[Report]:
    """The reports that were looked in."""
    within = found.question.reports
    return [report for report in library.reports if within is None or report.id in within] or library.reports


def _without_claims(found: Found, status: Status, note: str) -> Answer:
    return Answer(found.question, status, passages=_passages(found), note=note)


def _answer(found: Found, drafts: list[Draft], library: Library, status: Status, *, finished: bool = True) -> Answer:
    claims, citations = number(drafts, library.reports)
    return Answer(found.question, status, claims, citations, _passages(found), finished=finished)


def _passages(found: Found) -> tuple[Passage, ...]:
    return tuple(passage for group in found.groups for passage in group.passages)


def _holdings(councils: tuple[str, ...], library: Library) -> str:
    held = [report for report in library.reports if report.council in councils] or list(library.reports)
    return name_searched(held)
