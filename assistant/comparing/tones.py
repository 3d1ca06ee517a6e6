"""Whether what a report says on a matter praises or criticises it: only where the words themselves say so."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from assistant.tone import has_tone
from corpus.sentences import split_sentences

Verdict = Literal["praise", "criticism", "both", "neither"]

_TURNS = re.compile(
    r"(?:[;,]| [–-])? (?=(?:but|although|though|whereas|however|despite)\b)|; |, (?=(?:while|whilst|yet)\b)|"
    r"(?<=[a-z]), (?=the\b)",
    re.IGNORECASE,
)
"""Where a sentence turns from one finding to another."""
_IN_CASE = re.compile(r"(?:^|(?<=, ))(?:where|when|if|should)\b[^,]*,", re.IGNORECASE)
"""What is said only for a case: "Where accommodation is unsuitable, swift action is taken"."""
_BAD = (
    r"bed[- ]and[- ]breakfast|unsuitable|homeless\w*|delays?|drift|gaps?|risks?|weakness\w*|shortfalls?|backlogs?|"
    r"isolat\w*|child protection plan|harm|concerns?|hotels?|unregistered|unregulated|unallocated|waiting lists?|"
    r"breakdowns?|disruptions?|evict\w*"
)
_SPARED = re.compile(
    r"\b(?:no|none|never|without|rarely|not (?:in|at|used|been|experience\w*|see|live|living|"
    r"placed|left|face|suffer|stay|housed|accommodated|subject)|few|reduc\w*|prevent\w*|avoid\w*|minimis\w*|"
    r"(?<!not )address\w*|tackl\w*|overcom\w*|mitigat\w*|escalat\w*)\b[^,;.]{0,60}?"
    rf"\b(?:{_BAD})\b(?:(?:,| and| or) (?:\w+ )?(?:{_BAD})\b)*|"
    r"\btime[- ]limited\b|\breasons? for (?:\w+ ){0,2}absence\b|\bany (?:gaps?|delays?|shortfalls?)\b|"
    r"\b(?:ensur\w+(?: that)?|so that) [^,;.]{0,60}\b(?:not|no|never|none)\b[^,;.]*|"
    r"\bfrom (?:being )?(?:judged )?(?:inadequate|poor|weak)\b|"
    r"\bwell-?being\b|\bsafe and well\b|\beffectiveness\b|\bas well as\b|\bwell (?:below|behind)\b|"
    r"\bstrengths and difficulties\b",
    re.IGNORECASE,
)
"""What is bad and is said not to be so, or to be dealt with: "no care leavers in bed and breakfast", "reduce delay".
And what only names a thing: "safe and well checks"."""
_DENIED = re.compile(
    r"(?:\b|(?<=[a-z])(?=n['’]t))(?:not|n['’]t|no|nor|never|none|few|little|less|lack\w*|insufficient\w*|without|"
    r"neither|cannot|barriers? to|limit\w*|unable|fail\w*|reduc(?:e|es|ed|ing) the|unclear|too|need\w* to|"
    r"should|would|could|yet to|aspir\w*|challenges?|"
    r"(?:delays?|performance|difficult\w+|problems?) (?:in|with))\b[^;]*$",
    re.IGNORECASE,
)
"""What turns praise round that comes after it: "has not been rigorous enough to have a positive impact"."""
_MEANT = re.compile(r"\bto ensure that\b.*", re.IGNORECASE | re.DOTALL)
"""What is meant to be: "systems to ensure that placements are regularly reviewed"."""
_STILL_TO_DO = re.compile(r"\b(?:more|further) (?:work|to do)\b.*", re.IGNORECASE | re.DOTALL)
"""After this nothing is praised: "more work to do to strengthen the response, and to effectively support"."""
_NOT_DONE = re.compile(
    r"\b(?!(?:that|so|which|who|ensur\w+|mean\w*|because|although|but|than)\b)(?:[\w’'-]+ ){0,6}?"
    r"(?:is|are|was|were|has been|have been) (?:not|rarely|seldom|never) "
    r"(?:(?:always|yet|routinely|consistently) )?(?:been )?"
    r"(?:taken|provided|offered|available|in place|made|given|delivered|achieved|evident|undertaken|received|sought)\b",
    re.IGNORECASE,
)
"""What turns praise round that comes just before it: "appropriate action to safeguard children is not taken"."""
_JOINED = re.compile(
    r",(?! (?:and |or )?to\b)|;|"
    r"\band\b(?! (?:its|their|timely|effective|robust|good|strong|supportive|regular|purposeful|to|\w+ing)\b)"
)
_SUBJECT = 40  # characters in which a sentence names its subject, which "this" in the next one stands for
_OF_IT_ALL = re.compile(
    r"(?:however, )?(?:this (?:is|was|means|meant|has|represents|limits|does)|records?)\b", re.IGNORECASE
)
"""How a sentence begins that speaks of all that the one before says, or of how it is recorded."""
_GOES_ON = re.compile(
    r"(?:(?:but|although|though|however|yet|while|and),? )?(?:this|these|it|its|they|their|the quality|quality|"
    r"is|are|was|were|has|have|does|do|not|can|in some|for some|some|records?|recording)\b",
    re.IGNORECASE,
)
"""How a part begins that says more of what the part before is about: "but is not always recorded"."""
_LEADS_IN = re.compile(r"(?:however, |and )?(?:where|when|if|for|of|in|through|during)\b", re.IGNORECASE)
"""How a part begins that names only what the next one is about: "where children are home educated, the data …"."""
_BETTER = re.compile(
    r"\b(?:significant|real|considerable|marked|sustained|clear|substantial|notable) improvements?\b|"
    r"\b(?:secure|manageable|suitable|(?<!be )(?:strengthened|enhanced)|"
    r"(?:routinely|always) (?:offer|undertak|complet|consider|conduct|hold|held|us|visit|review)\w*|"
    r"regularly (?:visit|seen|review|monitor|updat)\w*|(?:visited|seen|reviewed|monitored|updated) regularly)\b",
    re.IGNORECASE,
)
"""What praises beside the words that always do."""
_FALLS_SHORT = re.compile(
    r"\bnot\b(?! only)|\b(?:more|further) (?:work|improvement|development|to (?:do|be done))\b|"
    r"\bwould (?:be|benefit)\b|\b(?:remains?|too) (?:low|slow|weak|few|high)\b|\byet to\b|"
    r"\bneeds? (?:to|further|more)\b|\bad hoc\b|"
    r"\brequires? (?:further )?(?:improvement|strengthening|development)\b|\b(?:irregular|infrequent)\w*|"
    r"\bunder-resourced\b|\bstruggl\w+|"
    r"\b(?:is|remains?|presents?|be|had|there are|faces?) (?:an? )?(?:\w+ )?challenges?\b|\bcursory\b|"
    r"\b(?:caseloads?|workloads?)\b[^,.]{0,30}\bhigh\b|\bhigh(?:er)? (?:caseloads?|workloads?|turnover)\b|"
    r"\bbarriers? to\b|\b(?:has|have|had|raised|expressed) (?:\w+ )?concerns? (?:about|over)\b|"
    r"\b(?:is|are|was|were|remains?|been) (?:\w+ )?mixed\b|"
    r"\bnet loss\b|\bcould (?:have been|be)\b|\bless (?:effective|well|timely|consistent|suitable|good)\b|"
    r"\bnegativ\w+ (?:impact|affect)\w*|\bimpact\w* negativ\w+|\badverse(?:ly)?\b|\bchallenges? (?:remain|persist)\w*|"
    r"\bareas? for (?:improvement|development)\b|\babsent\b|\breduc(?:e|es|ed) the (?:robust|effective|quality)\w*",
    re.IGNORECASE,
)
"""What criticises in a part that is about the matter, beside the words that always do."""


def tell_tone(text: str, about: Callable[[str], bool]) -> Verdict:
    """What the parts of a text's sentences that are `about` a matter say of it."""
    parts = [_SPARED.sub(" ", _IN_CASE.sub(" ", part)) for part in find_parts(text, about)]
    return verdict(
        praised=any(map(_praises, parts)),
        criticised=any(has_tone(part, "criticism", about) or _FALLS_SHORT.search(part) for part in parts),
    )


def verdict(*, praised: bool, criticised: bool) -> Verdict:
    """Praise, criticism, both or neither."""
    if praised and criticised:
        return "both"
    return "praise" if praised else "criticism" if criticised else "neither"


def joined(verdicts: Iterable[Verdict]) -> Verdict:
    """What several say together."""
    found = set(verdicts)
    return verdict(praised=bool(found & {"praise", "both"}), criticised=bool(found & {"criticism", "both"}))


def find_parts(text: str, about: Callable[[str], bool]) -> list[str]:
    """The parts of a text's sentences that are about a matter, and those that go on about it."""
    found: list[str] = []
    before = ""
    for sentence in split_sentences(text):
        goes_on = about(before[:_SUBJECT]) or (about(before) and _OF_IT_ALL.match(sentence) is not None)
        own = _of_sentence([part for part in _TURNS.split(sentence) if part], about, goes_on=goes_on)
        found += own or ([sentence] if about(sentence) else [])
        before = sentence
    return found


def _praises(part: str) -> bool:
    """True if a part of a sentence has words of praise that nothing before or behind them turns round."""
    said = _JOINED.split(_STILL_TO_DO.sub("", part))
    return any(
        (has_tone(words, "praise") or _BETTER.search(_MEANT.sub("", words))) and not _is_denied(words) for words in said
    )


def _is_denied(words: str) -> bool:
    """True if every word of praise stands behind what turns it round, or just before it."""
    if (found := _DENIED.search(words)) and not has_tone(words[: found.start()], "praise"):
        return True
    undone = _NOT_DONE.search(words)
    return undone is not None and not has_tone(words[undone.end() :], "praise")


def _of_sentence(parts: list[str], about: Callable[[str], bool], *, goes_on: bool) -> list[str]:
    found = []
    leads = False
    for part in parts:
        named = about(part)
        goes_on = named or (goes_on and (leads or _GOES_ON.match(part) is not None))
        leads = named and _LEADS_IN.match(part) is not None
        if goes_on:
            found.append(part)
    return found
