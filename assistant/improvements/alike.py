"""Whether two texts are about the same matter: the terms of practice that they share, whom it is for, and meaning."""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from assistant.glossary import stands_in
from assistant.terms import GLOSSARY

_PRACTICE: dict[str, str] = {
    "assessment": r"\bassess(?:ments?|ed|ing)\b",
    "planning": r"\bplans?\b|\bplanning\b",
    "permanence": r"\bpermanen(?:ce|cy)\b",
    "oversight": r"\bmanagement oversight\b|\boversight (?:by|of) managers\b|\bmanagers?[’']? oversight\b"
    r"|\bmanagement direction\b"
    r"|\boversight\b",
    "recording": r"\brecording\b|\b(?:case|children[’']s) (?:records?|files?)\b|\bcase notes\b|\bchronolog\w+",
    "performance": r"\bperformance (?:management|data|information|monitoring|reports?|measures?)\b"
    r"|\bmanagement information\b",
    "placements": r"\bplacements?\b(?! orders?)|\bsufficiency\b",
    "matching": r"\bmatch(?:ing|ed)\b",
    "health": r"\bhealth (?:assessments?|needs|histor\w+|passports?|checks?)\b",
    "accommodation": r"\baccommodation\b|\bhousing\b|\bbed and breakfast\b",
    "employment": r"\bapprentice\w+|\bemployment\b",
    "workforce": r"\bworkforce\b|\brecruit\w*\b|\bretention\b|\bretain\w*\b|\bstaffing\b|\bvacanc\w+|\bturnover\b",
    "visits": r"\bvisit(?:s|ed|ing)?\b|\bseen (?:alone|regularly)\b",
    "views": r"\b(?:views?|voices?|wishes and feelings)\b|\bchild[’']s experiences?\b",
    "thresholds": r"\bthresholds?\b",
    "referrals": r"\breferrals?\b|\bcontacts? (?:and|to|from)\b",
    "conferences": r"\b(?:child protection|protection|case) conferences?\b|\bcore groups?\b|\bconference chairs?\b",
    "missing": r"\b(?:go|going|goes|went|gone) missing\b|\bmissing (?:from (?:home|care)|children|episodes)\b",
    "bullying": r"\bbull(?:y|ied|ying)\b",
    "exploitation": r"\b(?:sexual|child|criminal) exploitation\b|\bexploit(?:ed|ation)\b|\bCSE\b"
    r"|\bcontextual safeguarding\b|\bextra-?familial\b|\brisks? outside (?:of )?the home\b",
    "adoption": r"\badopt(?:ion|ive|ers?|ed)\b",
    "foster carers": r"(?<!private )\bfoster(?:ing)?\b(?! arrangements)",
    "neglect": r"\bneglect\w*",
    "education": r"\bschools?\b|\battainment\b|\beducational (?:progress|outcomes)\b|\bachieve(?:ment)?s? at\b",
    "learning": r"\blearning from\b|\btraining\b",
    "leadership": r"\bleaders\b|\bleadership\b|\bgovernance\b|\bscrutin\w+",
    "contingency": r"\bcontingenc\w+",
    "identity": r"\bidentit\w+|\bcultural\b|\bdiversity\b|\bethnic\w*",
    "transition": r"\btransitions?\b",
    "partners": r"\bpartners?(?:hips?)?\b|\bmulti-agency\b",
    "medicals": r"\bmedicals?\b",
    "challenge": r"\bescalat\w+|\bdispute resolution\b",
    "direct work": r"\bdirect work\b",
    "commissioning": r"\bcommission(?:ing|ed)\b",
    "consent": r"\bconsent\b",
    "records": r"\baccess to their (?:records|files)\b|\bhealth histor\w+",
    "contact": r"\bfamily time\b|\bcontact with (?:their )?(?:famil|birth|parents|brothers)\w*",
    "co-production": r"\bco-produc\w+",
    "waiting": r"\bwait(?:s|ing)?\b",
}
"""Matters of practice that the glossary does not explain, as they need no explaining, and how reports call them."""

_BROAD = frozenset(
    "assessment,planning,oversight,recording,performance,placements,workforce,visits,views,referrals,adoption,education,"
    "learning,leadership,partners,commissioning,exploitation,waiting,foster carers,challenge,child protection,"
    "child in need,audit,early help,domestic abuse,mental health,participation,missing,courts,edge of care,"
    "child sexual exploitation,criminal exploitation".split(",")
)
"""Matters that stand in many places of every report: sharing one of them alone says little."""
_NO_MATTER = frozenset(
    "children in care,special educational needs and disabilities,local safeguarding children board,ILACS,SIF,"
    "focused visit,monitoring visit,savings,Wi-Fi,council tax".split(",")
)
"""The glossary's terms for people, bodies and inspections, which say nothing of what is done."""
_WHOM: dict[str, str] = {
    "care leavers": r"\bcare leavers?\b|\bleaving care\b|\bcare[- ]experienced\b|\bpersonal advis[eo]rs?\b"
    r"|\bpathway plans?\b",
    "disabled": r"\bdisabled\b|\bdisabilit\w+",
    "homeless": r"\bhomeless\w*",
    "young carers": r"\byoung carers?\b",
    "private fostering": r"\bprivate(?:ly)? foster\w*",
    "unaccompanied": r"\bunaccompanied\b|\basylum\b|\bseparated migrant\b",
    "adopters": r"\badopt(?:ion|ive|ers?|ed)\b",
    "foster carers": r"(?<!private )\bfoster(?:ing)? (?:care(?:rs?)?|service|famil\w+)\b",
    "designated officer": r"\bdesignated officer\b|\bLADO\b",
    "reviewing officers": r"\breviewing officers?\b|\bIROs?\b|\bindependent chairs?\b"
    r"|\bprotection (?:conference )?chairs?\b",
    "custody": r"\bcustody\b|\bprison\b",
    "missing education": r"\bmissing (?:from )?education\b|\bhome[- ]educat\w+|\bmiss(?:ing)? (?:out on )?school",
    "family and friends": r"\bconnected (?:persons?|carers?)\b|\bfamily and friends\b|\bkinship\b|\bplace(?:ment"
    r"|d) with parents\b",
    "emergency": r"\bemergency duty\b|\bEDT\b|\bEDS\b|\bout[- ]of[- ]hours\b",
}
"""Whom a matter is for or who does it: two texts that say so must say the same."""

_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _PRACTICE.items()}
_WHOM_PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _WHOM.items()}


_NARROW = frozenset(_WHOM) - {"adopters", "foster carers", "reviewing officers", "family and friends"}
"""People on whom a sentence says nothing for all children."""
_LEAST = (0.62, 0.48, 0.42)
"""Least cosine of two texts that share one broad term, one telling or two broad, and more. Read off 60 pairs of items
and later sentences of six councils: below, the sentence was mostly on another matter."""
_HALF = 0.5
_LEAST_COVERED = 0.36
"""The same where all telling terms are shared: "achieving permanence" is short beside any sentence on it."""
_COVERED = 0.3
"""What sharing all terms weighs beside the cosine, when sentences are put in order."""


@dataclass(frozen=True, slots=True, eq=False)
class Matter:
    """What a text is about: its terms of practice, whom it is for, and its embedding (float32, of length 1)."""

    terms: frozenset[str]
    whom: frozenset[str]
    embedding: np.ndarray


def read_matter(text: str, embedding: np.ndarray) -> Matter:
    """The Matter of a text."""
    return Matter(find_terms(text), find_whom(text), embedding)


@lru_cache(maxsize=65_536)
def find_terms(text: str) -> frozenset[str]:
    """The terms of practice that stand in a text, by their first name."""
    known = {term.names[0] for term in GLOSSARY if any(stands_in(name, text) for name in term.names)}
    return frozenset((known - _NO_MATTER) | {name for name, pattern in _PATTERNS.items() if pattern.search(text)})


@lru_cache(maxsize=65_536)
def find_whom(text: str) -> frozenset[str]:
    """Whom a text is about, where it says so."""
    return frozenset(name for name, pattern in _WHOM_PATTERNS.items() if pattern.search(text))


def alike(one: Matter, other: Matter) -> float:
    """How surely a second text is on the matter of the first: 0 for no, else the higher, the surer, up to about 1.

    It must be on some of the same people where the first says whom, share a
    telling term where the first has one, else half of its terms, and be near in meaning, the nearer the fewer terms are
    shared.
    """
    if (one.whom and not one.whom & other.whom) or (other.whom & _NARROW and not one.whom):
        return 0.0
    shared, telling = one.terms & other.terms, one.terms - _BROAD
    if not shared or (telling and not shared & telling) or (not telling and cover(one, other) < _HALF):
        return 0.0
    near = float(one.embedding @ other.embedding)
    least = _LEAST[min(len(shared) + len(shared & telling), len(_LEAST)) - 1]
    if telling and telling <= shared:
        least = _LEAST_COVERED
    return (near + _COVERED * cover(one, other)) / (1 + _COVERED) if near >= least else 0.0


def share_telling(one: Matter, other: Matter) -> frozenset[str]:
    """The terms that two texts share and that do not stand everywhere."""
    return (one.terms & other.terms) - _BROAD


def cover(one: Matter, other: Matter) -> float:
    """The share of the first text's terms that the second has, of the telling ones where there are any."""
    wanted = one.terms - _BROAD or one.terms
    return len(wanted & other.terms) / len(wanted) if wanted else 0.0
