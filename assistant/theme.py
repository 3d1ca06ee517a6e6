"""The theme of a question that asks for a comparison: what to look for in each report, without the comparing words."""

import re

from corpus.words import content_words

_FRAMES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"^\s*(?:compare|contrast|tell me (?:about )?|show me|list)\b",
        r"^\s*(?:so |and )*(?:how|what)\s+(?:has|have|had|did|do|does|is|are|was|were)\b(?: (?:it|they))?",
        r"^\s*(?:so |and )*(?:has|have|had|is|are|was|were|did|do|does)\b",
        r"^\s*(?:which|what|how many) (?:of )?(?:these |the )?(?:\w+ )?(?:councils?|areas?|reports?|inspections?)\b",
        r"^\s*who(?:['’]?s| is)?\b|\bout of\b|\bv\b|\bagainst\b|\bwhat['’]s the difference\b",
        r"^\s*where (?:have|has|did|do)\b",
        r"\b(?:inspectors|ofsted) (?:have |has |had )?(?:been )?(?:said?|found|find|saw|reported)?(?: (?:about|of|on))?",
        r"\bhow (?:do|does|did) (?=,|and|compare)|\bcompare on\b",
        r"\b(?:from start to finish|the story of|over (?:the years|time)|at each inspection|each time)\b",
        r"\b(?:over )?(?:the )?(?:last|past|latest|previous) (?:two|three|four|five|\d)? ?(?:inspections?|reports?)\b",
        r"\b(?:has|have|had)? ?(?:changed?|moved?|fared?|developed|got|gone|improved|deteriorated|declined)\b",
        r"\b(?:any )?(?:better|worse|backwards|forwards|downhill|up or down)\b(?: (?:at|on|in|with|than|since))?",
        r"\bcompare the (?:inspections|reports)\b|\bsince when\b|\bever\b|\bdone by\b|\bany good\b|\bstrong(?:er|est)\b",
        r"^\W*(?:have had their|have had|have|had|been|found|in|on|at|of|with|do)\b",
    )
)
_PROBLEMS = re.compile(
    r"\b(?:unhappy|dissatisfied|concerned|worried|critical|criticised|criticisms?)\b(?: (?:with|about|of|for))?",
    re.IGNORECASE,
)

_EMPTY_WORDS = frozenset(
    """better worse any more less else then now time years year after before later earlier same again still other
    others one ones latest newest recent off about happened happen did say said tell report reports inspection
    inspections inspectors ofsted council councils three two four five since last next really please thanks give list
    good bad often usually much many long council's""".split()
)
"""Words that say how something is asked, not what about."""


def find_theme(topic: str) -> str:
    """What to look for: "How has front door changed from?" gives "front door"; the topic where nothing is left."""
    theme = _PROBLEMS.sub("problems with", topic)
    for frame in _FRAMES:
        theme = frame.sub(" ", theme)
    theme = re.sub(r"\s+(?=[,?.!])|[?!]", "", " ".join(theme.split()))
    theme = re.sub(r"(?:[ ,–-]+(?:and|or|from|to|in|on|at|than|between|was|is|it|the))+[ ,.–-]*$", "", theme)
    return re.sub(r"^(?:how|and|since|in|go)\b\s*", "", theme.strip(" ,.–-")) or topic


def ask_for_theme(topic: str, council: str | None) -> str:
    """The theme of a topic as a question of its own, since the cross-encoder was trained on questions."""
    return f"What did inspectors find about {find_theme(topic)}{f' in {council}' if council else ''}?"


def telling_words(text: str) -> list[str]:
    """The words of a text that say what it is about, lower case, in order."""
    return [word for word in content_words(text) if word not in _EMPTY_WORDS]
