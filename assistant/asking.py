"""What a text of several sentences asks: people say who they are and who told them what before they ask."""

import re
from collections.abc import Sequence

from assistant.wording import own_words, points_back
from corpus.sentences import split_sentences

_IMPERATIVE = re.compile(
    r"^(?:(?:please|and|so|then|also|now)[, ]+)*(?:(?:can|could|would|will) you\b|tell|show|list|give|find|compare|"
    r"explain|summari[sz]e|describe|i(?: would|['’]d)? (?:like|want|need) to (?:know|see|understand))\b",
    re.IGNORECASE,
)
_TEND_TO_TELL = (
    r"(?:residents?|constituents?|neighbours?|parents?|mothers?|mums?|fathers?|dads?|friends?|colleagues?|officers?|"
    r"people|somebody|someone|voters?|foster carers?|grandparents?|grandmothers?|the (?:local )?(?:press|paper|news)|"
    r"(?:mr|mrs|ms|miss|dr|cllr|councillor) \w+)"
)
_TOLD = re.compile(
    rf"^.{{0,60}}?\b{_TEND_TO_TELL}\b.{{0,60}}?\b(?:told|tells?|says?|said|claim(?:s|ed)?|complain(?:s|ed)?|"
    rf"mention(?:s|ed)?|think(?:s)?|believe[sd]?|wrote|writes?)\b(?: to)?(?: me| us)?(?:,| that)? |"
    r"^(?:(?:and|so|but) )?i(?:['’]ve| have)? (?:been told|was told|heard|read|understand|gather|see|hear)(?: that)? ",
    re.IGNORECASE,
)
"""What leads in to a claim that somebody passes on; "inspectors said" is none, as that is what the reports hold."""
_IS_IT_SO = re.compile(
    r"(?:(?:and|so|but) )?(?:(?:is|was|are|were) (?:that|this|it|they|he|she) (?:really |actually |still )?"
    r"(?:so|true|right|correct|the case)|right|really|true|correct|"
    r"(?:is there|do you have) any (?:truth|evidence)\b.*)\s*\?",
    re.IGNORECASE,
)
_ENOUGH = 2  # words of its own that make a sentence a question that needs nothing before it


def asking(text: str, councils: Sequence[str]) -> str:
    """The sentences of a text that ask; the claim before them where they only ask whether it is so.

    The text as it is where it is one sentence, or where its sentences need each other. `councils` are those named.
    """
    sentences = split_sentences(text)
    asks = [
        sentence for sentence in sentences if sentence.rstrip(" \"'”’").endswith("?") or _IMPERATIVE.match(sentence)
    ]
    said = [sentence for sentence in sentences if sentence not in asks]
    if not asks or not said:
        return text
    question = " ".join(asks)
    own = own_words(question, councils)
    if len(own) >= _ENOUGH and not points_back(question):
        return question
    told = [claim for sentence in said if own_words(claim := _claim(sentence), councils)]
    return told[-1] if told and _IS_IT_SO.fullmatch(question.strip()) else text


def _claim(sentence: str) -> str:
    """A sentence without who passed it on; "" where it says nothing but that."""
    claim = _TOLD.sub("", sentence, count=1)
    return claim[:1].upper() + claim[1:]
