"""What the words of a sentence say of a matter: that it is wanting, good, better than before, or dealt with."""

import re

from assistant.tone import has_tone

_KEPT_OFF = re.compile(
    r"\b(?:prevent\w*|avoid\w*|reduc\w*|minimi[sz]\w*|without|no|not|eliminat\w*|tackl\w*|address\w*|resolv\w*"
    r"|challeng\w*|"
    r"identif\w+|respon\w+ to|escalat\w+|lessen\w*|monitor\w*|few|fewer|rarely|never)"
    r"(?:\s+[\w’'-]+){0,3}?\s+(?:drift|delay\w*|gaps?|risk|deteriorat\w+|shortfalls?|unnecessar\w+|backlogs?|weak\w*|"
    r"missed|shortages?|poor\w*|inconsisten\w+)(?:\s+(?:and|or)\s+(?:drift|delay\w*|weak\w*|gaps?))?",
    re.IGNORECASE,
)
"""Weaknesses that are kept off, which no one is blamed for: "prevents drift and delay"."""
_HARMLESS = re.compile(
    r"\b(?:previous|past|earlier) (?:poor|weak|inadequate)\w*\b|\bnot only\b|\bno longer\b|\b(?:no"
    r"|without) delay\b|\bnot hesitat\w+|\bless\b|\bwhen (?:they"
    r"|children) (?:do|are) not\b"
    r"|\bcannot (?:live|be|return|remain)\b|\bunable to (?:live|remain|return)\b|\bnot (?:in|at) (?:education"
    r"|school)\b"
    r"|\b(?:living in|experiencing|suffering) \w+\b|\bat risk of (?:\w+ )?(?:harm|exploitation)\b"
    r"|\bchildren who do not\b"
    r"|\b(?:late|later)[- ]life\b|\bearly and late\b|\bnot known\b|\brisks? to children\b|\bout[- ]of[- ]hours\b"
    r"|\bneglect and poor\b|\bmissing (?:from|education)\b|\bgoing missing\b",
    re.IGNORECASE,
)
"""Words that look like criticism and tell of children's lives."""
_QUOTED = re.compile(r"[‘“][^’”]{1,40}[’”]")
"""A name in quotation marks: the 'no detriment' policy."""
_BLAMES = re.compile(
    r"\b(?:yet to|still (?:needs?|requires?|too|not|variab\w+|inconsist\w+|poor|weak)|remains? (?:a challenge"
    r"|poor|weak|too|"
    r"inconsistent|variable|inadequate|an area|high|low|to be)|further (?:work|improvement"
    r"|progress)\b.{0,40}\b(?:need|requir)\w*|"
    r"(?:more|much) (?:work )?(?:needs?|remains?) to be done|(?:needs?|requires?) (?:to|further|more|improvement"
    r"|strengthen)|"
    r"insufficient\w*|not (?:yet|always|consistently|sufficiently|routinely|all|enough|been|made|fully|well)|"
    r"too (?:many|few|often|long|slow\w*|late|high|low|variable|much|little|reliant|frequently|optimistic)|"
    r"is not|are not|was not|were not|do not|does not|did not|has not|have not|cannot|"
    r"less (?:well|effective|consistent|robust|developed)|over-?reliance|only (?:a|just|half|\d)"
    r"|need for (?:improvement|greater))\b",
    re.IGNORECASE,
)
_WANTING = re.compile(
    r"\b(?:challenges? remains?|stretched|overwhelm\w+|struggl\w+|(?:very|too|extremely|exceptionally"
    r"|unacceptably) (?:high|low|slow"
    r"|many|few)"
    r"|high caseloads|(?:serious|significant|considerable|widespread) (?:\w+ )?(?:weakness\w*|concerns?|failings?"
    r"|failures?|"
    r"shortfalls?|issues?)|mixed|uneven|need for (?:improvement|greater)|not (?:yet|always|consistently"
    r"|sufficiently|routinely)"
    r"|yet to|needs? (?:to be )?(?:further|more|improv\w+|strengthen\w*)|requires? (?:further )?improvement"
    r"|remains? (?:a challenge|too|high|low|an area)|over-?reliance|less (?:well|effective|consistent|robust"
    r"|developed))\b",
    re.IGNORECASE,
)
_AIMS = re.compile(r"\bto (?:further )?(?:improve|strengthen|address|tackle|increase|raise)\b", re.IGNORECASE)
"""What somebody wants to reach, which proves nothing reached."""
_BETTER = re.compile(
    r"\b(?:(?:has|have|had|is|are|was|were|been) (?:been |now |also )?(?:\w+ly )?(?:improved|improving"
    r"|strengthened|reduced|reducing|"
    r"transformed)"
    r"|(?:significant|substantial|considerable|marked|notable|good|clear|recent|some|real|much|positive|strong"
    r"|steady|"
    r"demonstrable|noticeable|sustained|tangible|rapid) (?:and \w+ )?(?:improvements?|progress (?:in|on|since"
    r"|towards|against))"
    r"|improvements? (?:has|have) (?:been|also been)|there (?:has|have) been (?:\w+ ){0,2}improvements?"
    r"|progress (?:has been|is being|was) made (?:in|on|since|towards|against)|made (?:\w+ )?progress (?:in|on"
    r"|since|towards|against)"
    r"|improved (?:since|from|significantly|considerably|substantially|markedly|following|as a result)"
    r"|(?:better|stronger|fewer|higher|lower) than (?:at|in|before|it was|they were|previously)"
    r"|(?:are|is) now (?:\w+ )?(?:better|stronger|good|effective|timely|well|embedded|in place|improv\w+))\b",
    re.IGNORECASE,
)
_NOT_BETTER = re.compile(
    r"\b(?:not|n['’]t|no|insufficient|limited|little|slow|lack of|minimal|inadequate|hinder\w*|impede\w*|without"
    r"|hamper\w*)"
    r"(?:\s+[\w’'-]+){0,4}\s+(?:improv\w+|progress\w*|strengthened|better)\b|\bsome improvements? (?:is"
    r"|are) (?:needed|required)",
    re.IGNORECASE,
)
_MET = re.compile(
    r"\b(?:recommendations?|areas? for (?:improvement|priority action)|actions?|weakness\w*|concerns?|deficits?"
    r"|issues?)\b.{0,80}"
    r"\b(?:(?:has|have|had|was|were) (?:now |been |all |both |each |fully |successfully |effectively )*"
    r"(?:met|addressed|implemented|dealt with|resolved|completed|rectified|remedied))\b",
    re.IGNORECASE,
)
_NOT_MET = re.compile(
    r"\b(?:not|n['’]t|yet|partially|partly|some|only|few|most|none|being) (?:\w+ ){0,3}(?:met|addressed"
    r"|implemented|dealt with"
    r"|resolved|completed)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:(?:at|in|from|identified (?:at|in|during)|since|found (?:at|in)|of) (?:the|our|its|their) (?:last"
    r"|previous|20\d\d)"
    r"(?: \w+)? (?:inspection|visit|report)|previously|historically|in the past|had been|prior to)\b",
    re.IGNORECASE,
)


def criticises(sentence: str) -> bool:
    """True if a sentence's words find something wanting now, and do not tell of what was mended."""
    rest = _HARMLESS.sub(" ", _KEPT_OFF.sub(" ", _QUOTED.sub(" ", sentence)))
    if _BEFORE.search(rest) and says_better(sentence) and not _BLAMES.search(rest):
        return False
    return has_tone(rest, "criticism") or _WANTING.search(rest) is not None


def praises(sentence: str) -> bool:
    """True if a sentence's words find something good, and none of them find it wanting."""
    if _AIMS.search(sentence) or _BLAMES.search(sentence):
        return False
    return has_tone(_QUOTED.sub(" ", sentence), "praise") and not criticises(sentence)


def says_better(sentence: str) -> bool:
    """True if a sentence says that something is better than it was."""
    return _BETTER.search(sentence) is not None and _NOT_BETTER.search(sentence) is None


def says_met(sentence: str) -> bool:
    """True if a sentence says that what was asked for has been dealt with."""
    return _MET.search(sentence) is not None and _NOT_MET.search(sentence) is None and not criticises(sentence)
