"""The regimes that grades were given under, and between which of them grades mean the same.

What changed and when: Ofsted's single inspection framework took the place of separate inspections in November 2013
("adequate" ended then), ILACS took its place in January 2018, care leavers are judged apart from children in care since
January 2023, and no overall grade is given since April 2026. A Report is told by its kind and by which areas it judges,
so that a late report under an older framework is still told right.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from corpus.report import Area, Report

Regime = Literal[
    "inspections before SIF",
    "SIF",
    "ILACS, care leavers judged with children in care",
    "ILACS, care leavers judged apart",
    "ILACS without an overall grade",
    "another kind of inspection",
]

_BEGAN: dict[Regime, str] = {
    "SIF": "From November 2013 the single inspection framework (SIF) judged all services together, and “adequate” "
    "became “requires improvement”, with other criteria",
    "ILACS, care leavers judged with children in care": "From January 2018 ILACS took the place of SIF, with other "
    "areas and criteria",
    "ILACS, care leavers judged apart": "From January 2023 care leavers are judged apart from children in care",
    "ILACS without an overall grade": "From April 2026 no overall grade is given",
}
"""What began with a regime."""


def find_regime(report: Report) -> Regime:
    """The regime that a Report's grades were given under."""
    if report.kind == "ILACS":
        judged = {judgement.area for judgement in report.judgements}
        if "overall" not in judged:
            return "ILACS without an overall grade"
        apart = "care_leavers" in judged
        return "ILACS, care leavers judged apart" if apart else "ILACS, care leavers judged with children in care"
    if report.kind == "SIF":
        return "SIF"
    before = report.kind in ("child protection", "looked after children")
    return "inspections before SIF" if before else "another kind of inspection"


def are_comparable(one: Report, other: Report, area: Area = "overall") -> bool:
    """True if a grade of an area means the same in two Reports: one regime, one kind, one scale."""
    old = [report.grade(area) == "adequate" for report in (one, other)]
    return find_regime(one) == find_regime(other) and one.kind == other.kind and old[0] == old[1]


def explain_changes(councils: Iterable[Sequence[Report]]) -> tuple[str, ...]:
    """Why not all grades can be compared: a sentence for each change between Reports of one council, oldest first.

    `councils` are the Reports of each council in order of time.
    """
    regimes = [[find_regime(report) for report in own] for own in councils]
    began = {after for own in regimes for before, after in pairwise(own) if before != after}
    said = [f"{why}: grades before and after are not comparable." for regime, why in _BEGAN.items() if regime in began]
    other = began.difference(_BEGAN)
    return (*said, *(["Grades of different kinds of inspection are not comparable."] if other else []))
