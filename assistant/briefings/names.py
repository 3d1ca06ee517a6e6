"""Names of people that reports print: found by what stands beside them or by a given name, left out in plain sight.

Found are names in a list after a role ("Lead inspector: …"), before or after an inspector's role or letters ("…, HMI"),
after a title ("Dr …", "Councillor …"), after "Dear" and "Yours sincerely", on either side of an office ("…, Director of
Children's Services"), and any given name with a surname; then the same names wherever else they stand. A name in a
sentence with none of these is not found: no pattern tells it from a programme's or a place's.
"""

import re
from functools import lru_cache

from assistant.briefings.given_names import GIVEN_NAMES
from assistant.councils import ENGLISH_COUNCILS

LEFT_OUT = "[name left out]"
"""Stands where a name stood."""

_INSTITUTION = (
    r"(?:Ofsted|HMIs?|OI|SCRI|CQC|Senior|Her|His|Majesty|Associate|Additional|Contracted|Inspect\w*|Lead|Deputy|Team|"
    r"Reporting|Director\w*|Chief|Officers?|Executive|Councils?|Borough|County|Board|Trust|Partner\w*|Services?|"
    r"Child(?:ren)?|People|Person|Care|Carers?|Leavers?|Quality|Commission\w*|Early|Help|Education|Health|Social|Work|"
    r"Workers?|Adults?|Public|Local|Famil(?:y|ies)|Youth|Justice|Safeguarding|Authority|Department|Government|Secretary|"
    r"State|Minister|Mayor|Manager|Chair\w*|Regional|National|Metropolitan|Royal|District|Sir|Madam|Colleagues?|"
    r"Councillors?|All|The|Interim|Acting|Assistant|Managing|Corporate|Strategic|Virtual|Designated|Independent|Reviewing|"
    r"Principal|Integrated|NHS|Foundation|Charity|Society|Association|Academy|School|College|University|Hospital|Hospice|"
    r"Centre|Hub|Clinic|Nursery|Project|Programme|Scheme|Awards?|Fund|Act|Law|Inquiry|Review|Report|Plan|Strategy|Model|"
    r"Framework|Unit|Group|Forum|Panel|Committee|Club|Home|House|Court|Street|Road|Avenue|Square|Airport|Station|Ltd|"
    r"Limited|Member|Cabinet|Leader|January|February|July|September|October|November|December|Mrs?|Ms|Miss|Dr|Prof|Professor|Dame|Lord|Lady|Baroness|Cllr|Rd|Ave|To|From|By|In|At|On|For|And|Since|Until|With|When|While|As|Cc|[A-Z]{3,}|[A-Z]+\d+)\b"
)
"""Words with a capital that are no part of a person's name."""
_BEGINNING = r"(?:Young|Head|City|North|South|East|West|Great|Greater|New|Old|Upper|Lower)\b"
"""Words that begin names of places and services, and end names of people."""
_ELSEWHERE = rf"(?:{_BEGINNING}|(?:March|April|May|June|August|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
"""The same and the days and months, which are names of people beside a role alone."""
_GROUND = r"(?:Hall|Park|Gate|Place|Lodge|Farm|Way|Hood)\b"
"""Words that end names of places after a given name ("Victoria Park"), and of people beside a role."""
_COUNCILS = "|".join(sorted((re.escape(name) for name in ENGLISH_COUNCILS if " " in name), key=len, reverse=True))
_NOT_INSIDE = r"(?<![\w’'&-])(?<!St )(?<!St\. )(?<!Saint )(?<!Prince )(?<!Princess )(?<!Queen )(?<!King )"
_LETTERS = r"(?:(?:[\w-]|[’'](?!s\b))*\w|\.)?+(?!\w)"
_CAPITAL = rf"(?!{_INSTITUTION})[A-ZÀ-ÖØ-Þ]{_LETTERS}"
_JOIN = r"[ \t]+(?:(?:de|da|van|von|der|la|le|du|bin|al)[ \t]+)*"
_NO_BODY = (
    r"(?![ \t]+(?:(?:National|Memorial|Community|Primary)[ \t]+)?(?i:inquiry|review|report|law|award|foundation|trust|"
    r"charity|centre|school|college|academy|road|rd|st|street)\b)"
)
"""What is named after a person is no person: "the Ada Lantern Foundation"."""
_MORE = rf"{_JOIN}(?!{_ELSEWHERE}(?<!Young)){_CAPITAL}"
_NAME = rf"{_NOT_INSIDE}(?!{_ELSEWHERE}|{_COUNCILS})(?>{_CAPITAL}(?:{_MORE}){{1,3}}){_NO_BODY}"
_LISTED = rf"{_NOT_INSIDE}(?!{_BEGINNING}|{_COUNCILS})(?>{_CAPITAL}(?:{_JOIN}{_CAPITAL}){{1,3}})"
_ONE_OR_MORE = rf"(?!{_COUNCILS})(?>{_CAPITAL}(?:{_JOIN}{_CAPITAL}){{0,3}}){_NO_BODY}"
_GIVEN = rf"(?:{'|'.join(sorted(GIVEN_NAMES))})(?:-[A-Z]\w+)?"
_IN_SENTENCE = (
    rf"{_NOT_INSIDE}(?!{_COUNCILS})(?>{_GIVEN}(?!\w|[’'-])(?:[ \t]+[A-Z]\.?(?!\w))?"
    rf"(?:{_JOIN}(?!{_ELSEWHERE}(?<!Young)|{_GROUND}){_CAPITAL}){{1,2}}){_NO_BODY}"
)
_TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Cllr|Councillor|Alderman|Judge|HHJ|"
    r"M(?:r|rs|s) Justice)"
)
_HIGH = (
    r"(?:(?:interim|acting|executive|corporate|strategic|statutory|assistant|deputy|managing|independent|joint)[ \t]+)*"
)
_OF = r"(?: (?:of|for) [A-Za-z’' ]{3,60})?"
_OFFICE = (
    rf"{_HIGH}(?:directors?{_OF}|chief executive(?: officer)?{_OF}|(?:council )?leader{_OF}|commissioner{_OF}|"
    rf"chief constable|(?:secretary|minister){_OF}|lead (?:member|councillor){_OF}|chair(?:man|woman|person)?{_OF}|"
    rf"accountable officer|head teacher|headteacher|principal social worker|DCS)"
)
_INSPECTOR = (
    r"(?:(?i:senior|an?|ofsted|cqc|lead|team|associate|additional|contracted|deputy|managing)[ \t]+)*"
    r"(?:HMI\b|SHMI\b|OI\b|SCRI\b|H(?:er|is) Majesty[’']s Inspector|(?i:inspector\b))"
)
_LIST = re.compile(
    r"\b(?:inspectors?|inspection team|analysts?|managers?|director[^\n:.]{0,40}|chief executive[^\n:.]{0,20}|DCS|"
    r"lead member[^\n:.]{0,40}|chair[^\n:.]{0,40}|commissioner|name of [^\n\t:.]{0,40})[ \t]*:"
    r"(?:[^\n.]|(?<=\b[A-Z])\.)*",
    re.IGNORECASE,
)
"""A role, a colon and what stands after it on its line."""
_IN_LIST = re.compile(_LISTED)
_BESIDE = re.compile(
    rf"\b(?:{_TITLE}\.?[ \t]+)(?P<titled>{_ONE_OR_MORE})"
    rf"|\b(?:Dear[ \t]+(?:{_TITLE}\.?[ \t]+)?|Yours (?:sincerely|faithfully),?\s+)(?P<letter>{_ONE_OR_MORE})"
    rf"|\b(?i:{_OFFICE})(?:,[ \t]+|[ \t]+\()(?P<office>{_NAME})(?=[,.;)])"
    rf"|\b(?:(?i:lead|reporting|managing|team) inspectors?|HMI|OI)[ \t]+(?P<inspector>{_NAME})"
    rf"|(?P<before>{_NAME})(?=,?[ \t]+{_INSPECTOR}|\n{_INSPECTOR})"
    rf"|(?P<officer>{_NAME})(?=(?:,[ \t]*|[ \t]*\(|[ \t]*[\n\t][ \t]*|[ \t]+[–-][ \t]+)(?:the[ \t]+)?(?i:{_OFFICE})\b)"
    rf"|(?P<sentence>{_IN_SENTENCE})"
)


@lru_cache(maxsize=4096)  # a page that shows a briefing reads the same words at each press
def find_names(words: str) -> frozenset[str]:
    """The full names of people that are found in the words, for where else they stand."""
    found = [name for part in _LIST.finditer(words) for name in _IN_LIST.findall(part[0].partition(":")[2])]
    found += [name for match in _BESIDE.finditer(words) for name in match.groups() if name]
    return frozenset(name for name in found if " " in name)


@lru_cache(maxsize=4096)
def leave_out(words: str, known: frozenset[str] = frozenset()) -> str:
    """The words with "[name left out]" where a person's name stood; all else as it was.

    `known` are full names found elsewhere, which are left out here too.
    """
    for name in sorted({*known, *find_names(words)}, key=len, reverse=True):
        words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", LEFT_OUT, words)
    while (less := _BESIDE.sub(_without_name, _LIST.sub(_without_names, words))) != words:
        words = less
    return words


def _without_names(found: re.Match[str]) -> str:
    role, colon, names = found[0].partition(":")
    return role + colon + _IN_LIST.sub(LEFT_OUT, names)


def _without_name(found: re.Match[str]) -> str:
    name = next(each for each in found.groups() if each)
    return found[0].replace(name, LEFT_OUT)
