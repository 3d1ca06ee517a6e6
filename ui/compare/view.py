"""Comparisons as HTML: the choice between them, a theme, good practice; every foreign word escaped."""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from assistant.citations import Citation
from assistant.comparing.graded import NAMES
from assistant.comparing.practice import Example, Practice
from assistant.comparing.theme import Said, Theme
from assistant.comparing.tones import Verdict
from assistant.describe import name_report
from corpus.report import Grade, Paragraph, Report
from ui.compare.visit import PARTS, Part
from ui.page.buttons import button
from ui.page.escape import isolated, text
from ui.page.grades import pill
from ui.page.work import Work

_LEAD = "Set reports side by side. Each finding opens the exact paragraph that says so, on its page."
_TONES: dict[Verdict, str] = {
    "praise": "praise it",
    "criticism": "criticise it",
    "both": "do both",
    "neither": "do neither in so many words",
}
_OF_ONE: dict[Verdict, str] = {
    "praise": "praises it",
    "criticism": "criticises it",
    "both": "praises and criticises it",
    "neither": "neither praises nor criticises it in so many words",
}
_SIGNS: dict[Verdict, str] = {"praise": "▲", "criticism": "▼", "both": "▲▼", "neither": "–"}
_CARE = (
    "A tone is given only where the words themselves say so, and what inspectors asked to improve counts as criticism. "
    "A silent report may say it in other words. Read the paragraph before you rely on it."
)


def head(part: Part, empty: str = "") -> str:
    """The head of the page, and the choice between its parts; `empty` says why there is nothing to compare."""
    current = ' aria-current="true"'
    choices = "".join(
        f'<li><button type="button" class="plain" data-press="part:{each}"'
        f"{current if each == part else ''}>{name}</button></li>"
        for each, name in PARTS.items()
    )
    said = f'<p class="notice">{empty}</p>' if empty else ""
    return (
        f'<header class="compare head"><h1>Compare</h1><p class="lead">{_LEAD}</p>'
        f'<nav class="parts" aria-label="What to compare"><ul>{choices}</ul></nav>{said}</header>'
    )


def working(work: Work[Theme | Practice], doing: str) -> str:
    """How far it has come, and how to end it."""
    far = f": {work.made} of {work.of}" if work.of else ""
    waits = f" Waiting for {work.ahead} before it." if work.ahead else ""
    value = f' value="{work.made}" max="{work.of}"' if work.of else ""
    return (
        f'<div class="working"><p class="busy"><span class="dot" aria-hidden="true"></span>{doing}{far}.{waits}</p>'
        f'<progress aria-label="{doing}"{value}></progress>{button("stop", "Stop")}</div>'
    )


def saving() -> str:
    """The buttons that save what is compared."""
    return f'<div class="actions">{button("xlsx", "Save as Excel")}{button("csv", "Save as CSV")}</div>'


def theme(found: Theme, tone: Verdict | None) -> str:
    """What the reports say on a theme, those of one tone or all."""
    count, of = len(found.said), len(found.searched)
    shown = [each for each in found.said if tone is None or each.tone == tone]
    cited = numbered([(each.report, paragraph) for each in found.said for paragraph in each.paragraphs])
    rows = "".join(_said(each, cited) for each in shown)
    return (
        f'<section class="compared"><h2 id="compared" tabindex="-1">{count} of {of} reports say something on '
        f'“{isolated(found.words)}”</h2>{_counts(found, tone)}<p class="searched">{text(found.coverage)}</p>'
        f'<p class="quiet">{_CARE}</p>{saving()}{_by_grade(found)}{rows}{_silent(found.silent)}</section>'
    )


def practice(found: Practice) -> str:
    """Examples of good practice."""
    about = f" on “{isolated(found.about)}”" if found.about else ""
    cited = numbered([(each.report, each.paragraph) for each in found.examples])
    rows = "".join(_example(each, cited) for each in found.examples)
    count = len(found.examples)
    said = f"{count} example{'' if count == 1 else 's'}" if count else "No example"
    named = NAMES[found.area]
    return (
        f'<section class="compared"><h2 id="compared" tabindex="-1">Good practice, {text(named)}{about}: '
        f'{said.lower()}</h2><p class="searched">{text(found.coverage)}</p>'
        f'<p class="quiet">Paragraphs that praise and criticise nothing, under headings on this area, from reports '
        f"that judged it good or outstanding.</p>{saving() if count else ''}{rows}</section>"
    )


def numbered(found: Sequence[tuple[Report, Paragraph]]) -> dict[str, Citation]:
    """Citations for Paragraphs, by their id, numbered from 1 in this order."""
    return {paragraph.id: Citation(at, paragraph, report) for at, (report, paragraph) in enumerate(found, start=1)}


def _counts(found: Theme, tone: Verdict | None) -> str:
    if not found.said:
        return ""
    every = button("tone:", f"All {len(found.said)}", pressed=tone is None)
    each = "".join(
        button(f"tone:{which}", f"{_SIGNS[which]} {count} {_TONES[which]}", pressed=which == tone)
        for which, count in found.counts.items()
        if count
    )
    return f'<div class="actions tones" role="group" aria-label="Show reports by tone">{every}{each}</div>'


def _by_grade(found: Theme) -> str:
    """Whether the tone goes with the overall grade, as a table."""
    tones: list[Verdict] = list(get_args(Verdict))
    counted = Counter((each.report.grade("overall"), each.tone) for each in found.said)
    silent = Counter(report.grade("overall") for report in found.silent)
    grades: list[Grade | None] = [
        grade for grade in (*get_args(Grade), None) if silent[grade] or any(counted[grade, tone] for tone in tones)
    ]
    head_ = "".join(f'<th scope="col">{_SIGNS[tone]} {tone.capitalize()}</th>' for tone in tones)
    rows = "".join(
        f'<tr><th scope="row">{pill(grade) if grade else "No overall grade"}</th>'
        + "".join(f"<td>{counted[grade, tone]}</td>" for tone in tones)
        + f"<td>{silent[grade]}</td></tr>"
        for grade in grades
    )
    return (
        '<details id="by-grade"><summary>Does the tone go with the overall grade?</summary>'
        '<div class="table-view" role="region" tabindex="0" aria-label="Reports by overall grade and tone">'
        f'<table class="facts-table"><thead><tr><th scope="col">Overall grade</th>{head_}'
        f'<th scope="col">Silent</th></tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def _said(said: Said, cited: dict[str, Citation]) -> str:
    """A report: its tone, its best Paragraph, and the others to be opened."""
    first, *others = [quote(cited[paragraph.id]) for paragraph in said.paragraphs]
    more = said.count - 1 - len(others)
    rest = f'<p class="quiet">{more} more that {"is" if more == 1 else "are"} less relevant.</p>' if more > 0 else ""
    named = "1 more paragraph" if len(others) == 1 else f"{len(others)} more paragraphs"
    folded = (
        f'<details id="more-{text(said.report.id)}"><summary>{named}</summary>{"".join(others)}{rest}</details>'
        if others
        else ""
    )
    return (
        f'<section class="report"><h3>{isolated(name_report(said.report))}</h3><p class="tags">'
        f'<span class="tone tone-{said.tone}"><span aria-hidden="true">{_SIGNS[said.tone]}</span> '
        f"{_OF_ONE[said.tone].capitalize()}</span>{_overall(said.report)}</p>{first}{folded}</section>"
    )


def _example(example: Example, cited: dict[str, Citation]) -> str:
    newer = f'<p class="newer">Superseded by: {isolated(name_report(example.newer))}.</p>' if example.newer else ""
    judged = f"<span>{pill(example.judgement.grade)} in this area</span>" if example.judgement.grade else ""
    return (
        f'<section class="report"><h3>{isolated(name_report(example.report))}</h3><p class="tags">{judged}</p>{newer}'
        f"{quote(cited[example.paragraph.id])}</section>"
    )


def quote(citation: Citation) -> str:
    """A Paragraph in its exact words, and the button that opens it on its page."""
    paragraph = citation.paragraph
    place = f"{f'Paragraph {paragraph.number}, p' if paragraph.number else 'P'}age {paragraph.page}"
    opens = button(f"source:{paragraph.id}", place, f"Source {citation.number}: {citation.label}")
    return f'<blockquote class="quoted"><p>{isolated(paragraph.text)}</p></blockquote><p class="opens">{opens}</p>'


def _overall(report: Report) -> str:
    grade = report.grade("overall")
    return f" <span>{pill(grade)} overall</span>" if grade else ""


def _silent(reports: Sequence[Report]) -> str:
    if not reports:
        return ""
    rows = "".join(f"<li>{isolated(name_report(report))}</li>" for report in reports)
    count = "1 report says" if len(reports) == 1 else f"{len(reports)} reports say"
    return f'<details id="silent"><summary>{count} nothing on it that was found</summary><ul>{rows}</ul></details>'
