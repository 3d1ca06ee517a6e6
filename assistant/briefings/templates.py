"""The templates that fill themselves: what each is for, and which sections it has."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Template = Literal["committee", "training", "team"]
Part = Literal[
    "key messages", "grades", "asked for", "over time", "criticism", "praise", "quotes", "contrast", "discuss", "terms"
]
"""What a section is filled with."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A template: its name, whom it is for, what for, and its sections' parts and titles.

    In its words, {theme} and {council} stand for those of a Briefing. `ends` are questions to discuss that fit any
    finding.
    """

    name: str
    audience: str
    purpose: str
    sections: tuple[tuple[Part, str], ...]
    ends: tuple[str, ...]


TEMPLATES: Mapping[Template, Pattern] = {
    "committee": Pattern(
        "Committee briefing",
        "Councillors on a scrutiny or corporate parenting committee",
        "To see what inspectors found about {theme} in {council}, and to ask about it in the meeting.",
        (
            ("key messages", "Key messages"),
            ("grades", "Grades"),
            ("asked for", "What inspectors asked for"),
            ("over time", "From inspection to inspection"),
            ("quotes", "In the inspectors’ own words"),
            ("contrast", "Elsewhere"),
            ("discuss", "Questions to ask"),
            ("terms", "Terms used"),
        ),
        (
            "What do children and young people themselves say about this, and how do we hear it?",
            "Which figures and which visits would show this committee that it is getting better?",
        ),
    ),
    "training": Pattern(
        "Training session",
        "Social workers and their managers",
        "To learn from what inspectors wrote about {theme} in {council} and elsewhere.",
        (
            ("key messages", "Key messages"),
            ("quotes", "In the inspectors’ own words"),
            ("contrast", "Elsewhere"),
            ("over time", "From inspection to inspection"),
            ("discuss", "To discuss"),
            ("terms", "Terms used"),
        ),
        (
            "Think of one child you work with: what would an inspector see of this in the record?",
            "What does this mean for your practice: what will you do differently next week?",
        ),
    ),
    "team": Pattern(
        "Team briefing before reinspection",
        "The team and its managers, before the next inspection",
        "To know what inspectors found and asked for about {theme} in {council}, and to gather what shows the change.",
        (
            ("grades", "Grades"),
            ("asked for", "What inspectors asked for"),
            ("criticism", "What inspectors criticised"),
            ("praise", "What inspectors praised"),
            ("over time", "From inspection to inspection"),
            ("discuss", "Lines of enquiry to be ready for"),
            ("terms", "Terms used"),
        ),
        (
            "Which records, audits and figures would show an inspector that this is better, and who has them?",
            "What is still not good enough by our own account, and what are we doing about it?",
        ),
    ),
}
