"""Names of people that reports print: found by what stands beside them, and left out in plain sight.

Found are names in a list after a role ("Lead inspector: …"), before an inspector's role or letters ("…, HMI"), after a
title ("Dr …", "Councillor …"), after "Dear" and "Yours sincerely", and between commas after an office ("the chief
executive, …,"). A name in a sentence with none of these beside it is not found: no pattern tells it from a place's.
"""

import re

LEFT_OUT = "[name left out]"
"""Stands where a name stood."""

_NO_NAME = (
    r"(?:Ofsted|HMIs?|OI|SCRI|CQC|Senior|Her|His|Majesty|Associate|Additional|Contracted|Inspectors?|Lead|Deputy|Team|"
    r"Reporting|Director|Chief|Officer|Executive|Council|Board|Trust|Partnership|Services?|Children|Child|Young|People|"
    r"Care|Quality|Commission|Early|Help|Education|Health|Social|Adults?|Public|Local|Family|Families|Youth|Justice|"
    r"Safeguarding|Authority|Department|Government|Secretary|State|Minister|Mayor|Head|Manager|Chair|Regional|National|"
    r"City|Borough|County|District|Metropolitan|Royal|North|South|East|West|Sir|Madam|Colleagues?|Councillors?|All|The|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|[A-Z]{3,})\b"
)
"""Words with a capital that are no part of a person's name where these patterns look."""
_WORD = rf"(?<![\w’'-])(?!{_NO_NAME})[A-ZÀ-ÖØ-Þ](?:(?:[\w-]|[’'](?!s\b))*\w|\.)?"
_JOIN = r"[ \t]+(?:(?:de|da|van|von|der|la|le|du|bin|al)[ \t]+)*"
_NAME = rf"{_WORD}(?:{_JOIN}{_WORD}){{1,3}}"
_ONE_OR_MORE = rf"{_WORD}(?:{_JOIN}{_WORD}){{0,3}}"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Cllr|Councillor)"
_OFFICE = (
    r"(?:director(?: of [a-z’' ]{3,40})?|chief executive(?: officer)?|leader(?: of the council)?|commissioner|"
    r"lead (?:member|councillor)(?: for [a-z’' ]{3,40})?|(?:independent )?chair(?: of the [a-z’' ]{3,40})?|DCS)"
)
_LIST = re.compile(
    r"\b(?:inspectors?|analysts?|managers?|director[^\n:.]{0,40}|chief executive[^\n:.]{0,20}|DCS|"
    r"lead member[^\n:.]{0,40}|chair[^\n:.]{0,40}|commissioner|name of [^\n\t:.]{0,40})[ \t]*:[^\n.]*",
    re.IGNORECASE,
)
"""A role, a colon and what stands after it on its line."""
_IN_LIST = re.compile(_NAME)
_BESIDE = re.compile(
    rf"\b(?P<before>(?:{_TITLE}\.?[ \t]+)){_ONE_OR_MORE}"
    rf"|\b(?P<letter>Dear[ \t]+(?:{_TITLE}\.?[ \t]+)?|Yours (?:sincerely|faithfully),?\s+){_ONE_OR_MORE}"
    rf"|\b(?P<office>(?i:{_OFFICE}),[ \t]+){_NAME}(?=[,.;)])"
    rf"|\b{_NAME}(?=,?[ \t]+(?:(?i:senior|an?|ofsted|cqc|lead|team|associate|additional|contracted|deputy)[ \t]+)*"
    r"(?:HMI\b|OI\b|SCRI\b|H(?:er|is) Majesty[’']s Inspector|(?i:inspector\b)))"
)


def leave_out(words: str) -> str:
    """The words with "[name left out]" where a person's name stood; all else as it was."""
    listed = _LIST.sub(_without_names, words)
    return _BESIDE.sub(lambda found: f"{_kept(found)}{LEFT_OUT}", listed)


def _without_names(found: re.Match[str]) -> str:
    role, colon, names = found[0].partition(":")
    return role + colon + _IN_LIST.sub(LEFT_OUT, names)


def _kept(found: re.Match[str]) -> str:
    """What stands before the name and stays."""
    return found["before"] or found["letter"] or found["office"] or ""
