"""Definitions: the sentence in which a report explains a term, or what its annex says a grade means."""

import re

from assistant.citations import Draft
from assistant.glossary import find_names
from assistant.grades import named_grades
from assistant.periods import order
from assistant.question import Question
from assistant.search import Searcher, fuse
from corpus.report import Grade, Paragraph
from corpus.sentences import split_sentences

_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\w)['‘“\"](?P<term>[^'’”\"]{2,60})['’”\"]",
        r"\bmeans? by (?:the (?:word|term|phrase) )?(?P<term>.{2,80}?)\s*\??$",
        r"\bwhat (?:does|do|did) (?:the (?:word|term) )?(?P<term>.{2,80}?) (?:actually |really )?(?:mean|stand for)\b",
        r"\b(?:counts as|definition of|meaning of|meant by|define|explain the term) (?P<term>.{2,80}?)\s*\??$",
        r"^\s*what(?:['’]?s| is| are) (?:an? |the )?(?P<term>.{2,60}?)\s*\??$",
    )
)
_VALUED = (
    "area|key|strength|weakness|priorit|concern|challenge|signific|good|strong|robust|effect|consist|positive|growing|"
    "clear|lack|high|low|small|large|range|number|result|feature|well|more|improv|risk"
)
"""How a word begins that says how good something is, and not what it is."""
_THIS_IS = re.compile(rf"(?:This|It) is (?:an?|the) (?!{_VALUED})\w", re.IGNORECASE)
"""How the sentence behind a quoted term says what it is."""
_CLAUSE_FIRST = re.compile(
    r"(?:while|when|where|if|although|though|as|because|since|after|before|following|despite|during|through|in|at|for)\b",
    re.IGNORECASE,
)
"""How a sentence begins whose first comma ends a clause."""
_SORT = r"(?:agreements?|arrangements?|orders?|policy|scheme)"  # what may follow a term and be explained with it
_LONGEST_LETTERS = 5  # of an abbreviation, which a report explains by putting it in brackets behind its words
_LOOKED_AT = 40  # passages in which an explanation is looked for
_ANNEX = "What the inspection judgements mean"
_GENERAL = re.compile(r"(?:What the|The) inspection judge?ments (?:and what they )?mean\b", re.IGNORECASE)
_INSPECTION = re.compile(r"(?:Information )?about this inspection\b|(?:The )?inspection team\b", re.IGNORECASE)


def is_general(paragraph: Paragraph) -> bool:
    """True where an annex says what grades mean: of councils in general, and not of the one inspected."""
    return any(_GENERAL.match(heading) for heading in paragraph.heading)


def is_no_finding(paragraph: Paragraph) -> bool:
    """True where an annex says what grades mean, how inspectors worked or who they were, and not what they found."""
    return is_general(paragraph) or any(_INSPECTION.match(heading) for heading in paragraph.heading)


def asked_term(text: str) -> str:
    """The term that a question asks to explain, without quotation marks; "" where it asks for none."""
    found = next((match["term"] for pattern in _ASKED if (match := pattern.search(text))), "")
    return re.sub(r"^(?:an?|the)\s+", "", found.strip(" '‘’“”\"")).strip(" '‘’“”\"")


def find_definitions(question: Question, searcher: Searcher) -> list[Draft]:
    """The sentence that best explains what a question asks about; none where no report explains it."""
    term = asked_term(question.standalone)
    if not term:
        return []
    if grades := named_grades(term):
        return _of_grade(grades[0], question, searcher)
    names = [name for name in next(iter(find_names(term)), (term,)) if name == term or len(name) > _LONGEST_LETTERS]
    found = searcher.judge(question.wording, fuse(searcher.library, question.topic, question.reports, _LOOKED_AT))
    for passage in found:
        for paragraph in filter(None, map(searcher.library.paragraph, passage.chunk.paragraph_ids)):
            sentences = split_sentences(paragraph.text)
            for sentence, following in zip(sentences, [*sentences[1:], ""], strict=True):
                if any(explains(sentence, name) for name in names):
                    return [Draft(sentence, (paragraph,))]
                if _THIS_IS.match(following) and any(_quoted(name).search(sentence) for name in names):
                    return [Draft(f"{sentence} {following}", (paragraph,))]
    return []


def _quoted(term: str) -> re.Pattern[str]:
    return re.compile(rf"[‘“'\"]{re.escape(term)}[’”'\"]", re.IGNORECASE)


def explains(sentence: str, term: str) -> bool:
    """True if a sentence says what a term means: "…, which means…", "X is a…", "the ‘X’ of…", "… (X)"."""
    said = rf"\b{re.escape(term)}s?\b".replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]+")
    kind = rf"(?:an?(?! (?:{_VALUED}))|the term|one|those|when|where|children|young people|people|carers|someone)"
    patterns = [
        rf"{said}[’”'\"]?(?:\s*\([^)]*\))?,?\s+(?:(?:which|that|who)\s+)?(?:is|are|was)\s+{kind}\b",
        rf"{said}[’”'\"]?\s*[,(–-]\s*(?:the|an?)\s+(?!{_VALUED})\w",
        rf"{said}[’”'\"]?(?: {_SORT})?(?:\s*\([^)]*\))?,?\s+(?:\(?which means|meaning|that is,|(?:is|are) defined as)",
        rf"{said}[’”'\"]?(?: {_SORT})?,? (?:whereby|in which|means that|refers to)\b",
        rf"[‘“'\"]{said}[’”'\"]\s*(?:of|[–(:-]|which|where)|\((?:the )?[‘“'\"]{said}[’”'\"]\)",
        rf"\b(?:known as|called|termed|referred to as)\s+(?:the |an? )?[‘“'\"]?{said}|(?:the )?term [‘“'\"]{said}",
    ]
    if _CLAUSE_FIRST.match(sentence):  # "Where strategy meetings are held, the police attend"
        del patterns[1]
    if len(term) <= _LONGEST_LETTERS:
        patterns.append(rf"(?:\w+[ -]){{2,8}}\({said}\)")
    return any(re.search(pattern, sentence, re.IGNORECASE) for pattern in patterns)


def _of_grade(grade: Grade, question: Question, searcher: Searcher) -> list[Draft]:
    """What the annex of a report says a grade means for a council; of the newest report that says it."""
    library = searcher.library
    stated: dict[str, Paragraph] = {}
    word = grade.replace("requires", "requires?")
    said = re.compile(rf"\bauthority (?:that )?(?:is )?{word}\b|\b{word}\)? local authority\b|^{word}\b", re.IGNORECASE)
    asked_for = (f"{_ANNEX} local authority {grade}", f"{grade} grade a service that")
    for id_ in (id_ for text in asked_for for id_, _s in library.by_words(text, _LOOKED_AT, question.reports)):
        for paragraph in filter(None, map(library.paragraph, library.chunks([id_])[id_].paragraph_ids)):
            annex = is_general(paragraph)
            council = "authority" in paragraph.text.lower() and "board" not in " ".join(paragraph.heading).lower()
            row = re.match(rf"{word}\s*\(grade \d\)", paragraph.text, re.IGNORECASE)
            if row or (annex and council and said.search(split_sentences(paragraph.text)[0])):
                stated.setdefault(paragraph.report_id, paragraph)
    return [Draft(stated[r.id].text, (stated[r.id],)) for r in order(library.reports) if r.id in stated][-1:]
