"""What a sentence may say around a finding without changing it: who found it, in which council, at which inspection."""

import re
from datetime import date
from functools import lru_cache

from assistant.citations import Citation
from corpus.report import Report

_JOINS = r"(?:(?:however|additionally|in addition|furthermore|moreover|also),?\s+)"
_WHO = (
    r"(?:(?:(?:the )?(?:ofsted(?:['’]s)? )?(?:inspectors|inspection|report|letter|ofsted))\s+(?:also\s+)?"
    r"(?:found|finds?|says?|said|notes?|noted|reports?|reported|saw|states?|stated)(?:\s+that)?,?\s+|"
    r"according to (?:the )?(?:inspectors|report|ofsted|inspection),?\s+)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def without_frame(text: str, citation: Citation, window: str) -> str:
    """The text without what frames it, its report's own council as "council".

    The report's own dates count as a frame only where the window that it is held against names no year.
    """
    report = citation.report
    text = _without_heading(text, citation)
    dated = "" if _YEAR.search(window) else _dates((report.inspected_from, report.inspected_to, report.published))
    place = _place(report.council)
    starts = [_JOINS, _WHO]
    if place:
        starts.append(
            rf"(?:(?:in|at|for)\s+(?:the\s+)?{place}(?:['’]s)?(?:{dated})?\s*[,:]?\s+)"
            if dated
            else rf"(?:(?:in|at|for)\s+{place}\s*,?\s+)"
        )
        starts.append(rf"(?:{place}(?:{dated})?\s*:\s*)" if dated else rf"(?:{place}\s*:\s*)")
    if dated:
        starts.append(rf"(?:{dated}\s*,?\s+)")
    start = re.compile(rf"^(?:{'|'.join(starts)})", re.IGNORECASE)
    while (found := start.match(text)) and found.end():
        text = text[found.end() :]
    ends = [rf"\s+in {place}" if place else "", dated]
    end = re.compile(rf"(?:{'|'.join(filter(None, ends))})(?=[.!?]?$)", re.IGNORECASE) if any(ends) else None
    while end and (behind := end.search(text)) and behind.start():
        text = text[: behind.start()] + text[behind.end() :]
    if place and not re.search(rf"\b(?:{place}|council|authority)\b", window, re.IGNORECASE):
        text = re.sub(rf"\s+in {place}(?=[\s,.])", "", text, flags=re.IGNORECASE)  # where a report is about goes unsaid
    return with_council(text, report)


def with_council(text: str, report: Report) -> str:
    """The text with the name of its report's own council as "council"."""
    place = _place(report.council)
    return (
        re.sub(
            rf"\b{place}(?:\s+(?:city|county|borough|metropolitan))*(?:\s+council\b)?",
            "council",
            text,
            flags=re.IGNORECASE,
        )
        if place
        else text
    )


def _without_heading(text: str, citation: Citation) -> str:
    """A bullet's text behind the heading it stands under: "What needs to improve: …"."""
    for heading in citation.paragraph.heading:
        said = f"{heading.rstrip(':? ')}:".lower()
        if text.lower().startswith(said):
            return text[len(said) :].strip()
    return text


@lru_cache(maxsize=256)
def _place(council: str | None) -> str:
    """A pattern for the report's council: its full name, and "Stoke" for Stoke-on-Trent."""
    if not council:
        return ""
    name = r"[-\s]+".join(re.escape(word) for word in re.split(r"[-\s]+", council))
    short = re.match(r"(\w+)[- ](?:on|upon|under)[- ]", council, re.IGNORECASE)
    return rf"(?:{name}|{short[1]}\b(?![- ](?:on|upon|under)))" if short else f"(?:{name})"


@lru_cache(maxsize=256)
def _dates(days: tuple[date | None, ...]) -> str:
    """A pattern for "in June 2019", "(2019)" and "at the 2019 inspection", for these dates alone."""
    said = "|".join(dict.fromkeys(way for day in days if day for way in _ways(day)))
    if not said:
        return ""
    return (
        rf"(?:\s*,?\s*\(?(?:inspected\s+|published\s+)?(?:in|at|during|on)?\s*(?:the\s+|its\s+)?(?:{said})"
        r"(?:\s+(?:inspection|report|visit))?\)?)"
    )


def _ways(day: date) -> list[str]:
    return [f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.year}", str(day.year)]
