"""What the library holds, as HTML: the table of reports, what they cover, and what to know of some of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from assistant.describe import name_dates, name_report
from corpus.report import Grade, Report, ReportKind
from ui.page.escape import isolated, text
from ui.page.grades import pill

UNKNOWN = "not stated"
"""Stands for what a report does not say, in the choices and in the tables."""
Order = Literal["by council", "newest first", "oldest first"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Which reports are shown, "" meaning any: of a council, a kind, an overall grade, a year; and in which order."""

    council: str = ""
    kind: str = ""
    grade: str = ""
    year: str = ""
    order: Order = "by council"

    @property
    def is_all(self) -> bool:
        """True if no report is left out."""
        return not (self.council or self.kind or self.grade or self.year)


def choices(reports: Iterable[Report]) -> dict[str, list[str]]:
    """The values that each field of a Choice can have in a library, in the order they are offered."""
    held = [_values(report) for report in reports]
    known = {field: {values[field] for values in held} - {UNKNOWN} for field in ("council", "kind", "grade", "year")}
    found = {
        "council": sorted(known["council"], key=str.casefold),
        "kind": [kind for kind in get_args(ReportKind) if kind in known["kind"]],
        "grade": [grade for grade in get_args(Grade) if grade in known["grade"]],
        "year": sorted(known["year"], reverse=True),
    }
    return {field: values + [UNKNOWN] * any(each[field] == UNKNOWN for each in held) for field, values in found.items()}


def choose(reports: Iterable[Report], choice: Choice) -> list[Report]:
    """The reports that a Choice shows, in its order."""
    wanted = {field: value for field in ("council", "kind", "grade", "year") if (value := getattr(choice, field))}
    found = [report for report in reports if wanted.items() <= _values(report).items()]
    found.sort(key=lambda report: str(report.when or ""), reverse=choice.order != "oldest first")
    if choice.order == "by council":
        found.sort(key=lambda report: (report.council is None, (report.council or "").casefold()))
    return found


def table(reports: Sequence[Report], shown: int) -> str:
    """The first `shown` of the reports as a table in which each can be opened and removed."""
    head = "".join(
        f'<th role="columnheader" scope="col">{name}</th>' for name in ("Report", "Inspected", "Overall grade", "Pages")
    )
    rows = "".join(map(_row, reports[:shown]))
    rest = len(reports) - shown
    more = (
        f'<button type="button" class="plain" data-press="more">Show more: {rest:,} are left</button>'
        if rest > 0
        else ""
    )
    return (
        '<table class="shelf-table on-cards" role="table"><caption class="unseen">The reports</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}<th role="columnheader" scope="col"><span class="unseen">Remove'
        f'</span></th></tr></thead><tbody role="rowgroup">{rows}</tbody></table>{more}'
    )


def coverage(reports: Sequence[Report]) -> str:
    """The years of the inspections that are held, a row for each council and a column for each kind."""
    found: dict[str, dict[str, list[str]]] = {}
    for report in choose(reports, Choice(order="by council")):
        values = _values(report)
        found.setdefault(values["council"], {}).setdefault(values["kind"], []).insert(0, values["year"])
    kinds = choices(reports)["kind"]
    head = "".join(f'<th scope="col">{text(_worded(kind))}</th>' for kind in kinds)
    rows = "".join(
        f'<tr><th scope="row">{isolated(_worded(council))}</th>'
        + "".join(f"<td>{', '.join(of_kind[kind]) if kind in of_kind else '–'}</td>" for kind in kinds)
        + "</tr>"
        for council, of_kind in found.items()
    )
    return (
        '<div class="table-view" role="region" tabindex="0" aria-label="Table of councils and kinds of inspection">'
        f'<table class="facts-table"><thead><tr><th scope="col">Council</th>{head}</tr></thead><tbody>{rows}</tbody>'
        "</table></div>"
    )


def doubts(report: Report) -> tuple[str, ...]:
    """What somebody who relies on a report should know of how it was read, in plain sentences."""
    missing = (
        (report.council, "It names no council that could be found, so a question about a council does not look in it."),
        (report.kind, "What kind of inspection it is of could not be found."),
        (report.when, "No date could be found in it, so it stands in no order of time."),
    )
    return (*report.notes, *(sentence for value, sentence in missing if value is None))


def remarks(reports: Iterable[Report]) -> str:
    """The reports that there is something to know of, each with its sentences; "" where there are none."""
    rows = "".join(
        f"<li>{link(report)}<ul>{''.join(f'<li>{isolated(sentence)}</li>' for sentence in found)}</ul></li>"
        for report in reports
        if (found := doubts(report))
    )
    return f'<ul class="remarks">{rows}</ul>' if rows else ""


def link(report: Report) -> str:
    """A report's name, to be opened."""
    return f'<button type="button" class="name" data-press="open:{text(report.id)}">{isolated(title(report))}</button>'


def title(report: Report) -> str:
    """A report by whom and when, with its file's name where it says neither."""
    return name_report(report) if report.council or report.title else report.file


def counted(found: int, held: int) -> str:
    """How many reports are shown, of how many."""
    if found == held:
        return "1 report" if held == 1 else f"All {held:,} reports"
    return f"{found:,} of {held:,} reports" if found else "No report fits these choices."


def _row(report: Report) -> str:
    grade = report.grade("overall")
    said = pill(grade) if grade else "Told in words" if report.outcome else "None given"
    remove = f"Remove {title(report)}"
    return (
        f'<tr role="row"><th role="rowheader" scope="row">{link(report)}'
        f'<span class="file">{isolated(report.file)}</span></th>'
        f'<td role="cell">{text(_worded(name_dates(report) or UNKNOWN))}</td><td role="cell">{said}</td>'
        f'<td role="cell">{report.pages}<span class="said">{" page" if report.pages == 1 else " pages"}</span></td>'
        f'<td role="cell"><button type="button" class="plain" data-press="remove:{text(report.id)}" '
        f'aria-label="{text(remove)}">Remove</button></td></tr>'
    )


def _values(report: Report) -> dict[str, str]:
    return {
        "council": report.council or UNKNOWN,
        "kind": report.kind or UNKNOWN,
        "grade": report.grade("overall") or UNKNOWN,
        "year": str(report.when.year) if report.when else UNKNOWN,
    }


def _worded(words: str) -> str:
    return words[0].upper() + words[1:]
