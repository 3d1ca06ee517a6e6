"""Where is chosen what to compare: Streamlit's own fields, filled at first from the page's address."""

import re
from collections.abc import Mapping, Sequence
from typing import get_args

import streamlit as st

from assistant.comparing.graded import NAMES
from assistant.comparing.grid import MOST_QUESTIONS
from assistant.comparing.matter import LONGEST
from assistant.comparing.narrowing import Narrowing
from assistant.comparing.questions import standard, typed
from assistant.describe import name_report
from assistant.periods import order
from assistant.standards.standards import lists
from corpus.report import Area, Report, ReportKind
from ui.compare.visit import Part, Wanted

_NAMES = {str(area): name for area, name in NAMES.items()}
_LATEST = "latest"
_YEAR = re.compile(r"[12][0-9]{3}")
_LONGEST_QUESTIONS = 8_000  # characters of a list of questions: the address has to hold it


def grades_form(reports: Sequence[Report]) -> tuple[Narrowing, Area]:
    """Draw the choices for grades, and return what is chosen: it is heeded at once."""
    given = [judgement.area for report in reports for judgement in report.judgements if judgement.grade]
    areas: list[Area] = [area for area in get_args(Area) if area in given]
    kinds: list[ReportKind] = [
        kind for kind in get_args(ReportKind) if kind in {r.kind for r in reports if r.judgements}
    ]
    councils = _councils("grades", reports)
    with st.container(horizontal=True):
        area: Area = _select("Area in the picture", "grades", "area", areas, _NAMES) or "overall"  # type: ignore[assignment]
        kind = _select("Kind of inspection", "grades", "kind", ["", *kinds], {"": "Every kind"})
        first, last = _years("grades", reports)
    chosen = tuple(each for each in kinds if each == kind)
    return Narrowing(tuple(councils), chosen, first, last), area


def theme_form(reports: Sequence[Report]) -> Wanted | None:
    """Draw the form for a theme, and return what is asked for once it is sent."""
    with st.form("compare_theme_form", border=False):
        label = "Theme, such as supervision or care leavers’ housing"
        words = _text(label, "theme", "theme")
        councils, area, years = _councils("theme", reports), _area("theme", reports, optional=True), None
        with st.container(horizontal=True):
            years = _years("theme", reports)
        sent = st.form_submit_button("Search the reports")
    return _wanted(theme=[words], area=[area], council=councils, years=years) if sent else None


def practice_form(reports: Sequence[Report]) -> Wanted | None:
    """Draw the form for good practice, and return what is asked for once it is sent."""
    with st.form("compare_practice_form", border=False):
        area = _area("practice", reports, optional=False)
        about = _text("On a matter, such as neglect (you may leave it empty)", "practice", "about")
        councils = _councils("practice", reports)
        with st.container(horizontal=True):
            years = _years("practice", reports)
        sent = st.form_submit_button("Find good practice")
    return _wanted(area=[area], about=[about], council=councils, years=years) if sent else None


def grid_form(reports: Sequence[Report]) -> Wanted | None:
    """Draw the form for questions to each report, and return what is asked for once it is sent."""
    names = {_LATEST: "The latest inspection of each council"}
    names |= {report.id: name_report(report) for report in reports}
    with st.form("compare_grid_form", border=False):
        asked_for = [id_ for id_ in st.query_params.get_all("report") if id_ in names]
        key = _first("grid", "report", asked_for or [_LATEST])
        chosen = st.multiselect(
            "Reports", list(names), format_func=lambda id_: names[id_], key=key, persist_state="session"
        )
        key = _first("grid", "q", "\n".join(st.query_params.get_all("q"))[:_LONGEST_QUESTIONS])
        words = st.text_area(
            f"Questions, one on each line (at most {MOST_QUESTIONS})",
            key=key,
            max_chars=_LONGEST_QUESTIONS,
            persist_state="session",
        )
        titles = {each.name: each.title for each in lists()}
        listed = _select("With a standard list of questions", "grid", "list", ["", *titles], {"": "None", **titles})
        sent = st.form_submit_button("Put the questions to each report")
    asked = [*typed(words.splitlines()), *(standard(listed) if listed else ())]
    return _wanted(report=_latest(chosen, reports), q=asked) if sent else None


def _latest(chosen: Sequence[str], reports: Sequence[Report]) -> list[str]:
    """The ids that were chosen, "latest" as those of each council's newest report with grades."""
    newest = {report.council: report.id for report in order(reports) if report.council and report.judgements}
    return list(dict.fromkeys(id_ for each in chosen for id_ in (newest.values() if each == _LATEST else [each])))


def narrowing_of(wanted: Mapping[str, tuple[str, ...]]) -> Narrowing:
    """The narrowing that an address asks for; what is no year counts for nothing."""
    years = [int(said) if _YEAR.fullmatch(said) else None for said in (wanted.get(n, ("",))[0] for n in ("from", "to"))]
    return Narrowing(wanted.get("council", ()), (), *years)


def areas_of(wanted: Mapping[str, tuple[str, ...]]) -> tuple[Area, ...]:
    """The areas that an address asks for."""
    return tuple(area for area in get_args(Area) if area in wanted.get("area", ()))


def _councils(part: Part, reports: Sequence[Report]) -> list[str]:
    held = sorted({report.council for report in reports if report.council}, key=str.casefold)
    key = _first(part, "council", [name for name in st.query_params.get_all("council") if name in held])
    return st.multiselect("Councils", held, key=key, placeholder="Every council", persist_state="session")


def _area(part: Part, reports: Sequence[Report], *, optional: bool) -> str:
    """An area that a report was judged in."""
    given = {judgement.area for report in reports for judgement in report.judgements} or set(get_args(Area))
    areas = [area for area in get_args(Area) if area in given - {"overall"}]
    label = "Only under headings on" if optional else "Area"
    return _select(label, part, "area", [*([""] if optional else []), *areas], {"": "Every area", **_NAMES})


def _years(part: Part, reports: Sequence[Report]) -> tuple[int | None, int | None]:
    years = [str(year) for year in sorted({report.when.year for report in reports if report.when})]
    first = _select("From", part, "from", ["", *years], {"": "The first year"})
    last = _select("To", part, "to", ["", *years], {"": "The last year"})
    return int(first) if first else None, int(last) if last else None


def _select(label: str, part: Part, name: str, offered: Sequence[str], called: Mapping[str, str]) -> str:
    asked = st.query_params.get(name, "")
    key = _first(part, name, asked if asked in offered else offered[0])

    def worded(value: str) -> str:
        words = called.get(value, value)
        return words[:1].upper() + words[1:]

    return str(st.selectbox(label, offered, format_func=worded, key=key, persist_state="session"))


def _text(label: str, part: Part, name: str) -> str:
    key = _first(part, name, st.query_params.get(name, "")[:LONGEST])
    return st.text_input(label, key=key, max_chars=LONGEST, persist_state="session")


def _first(part: Part, name: str, value: object) -> str:
    """The key of a field, which holds a value at first."""
    key = f"compare_{part}_{name}"
    if key not in st.session_state:
        st.session_state[key] = value
    return key


def _wanted(*, years: tuple[int | None, int | None] = (None, None), **said: Sequence[str]) -> Wanted:
    """What the address is to say: the names that have a value."""
    every = {**said, "from": [str(years[0] or "")], "to": [str(years[1] or "")]}
    named = ((name, tuple(value for value in values if value.strip())) for name, values in every.items())
    return tuple(sorted((name, values) for name, values in named if values))
