"""Writing an Answer in a chat model's words: each sentence proven before it counts, the Answer as it was where not."""

import logging
import re
import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from langchain_core.language_models import BaseChatModel

from assistant.answer import Answer, Writing
from assistant.chat_model.calling import Said, listen
from assistant.chat_model.completing import complete
from assistant.chat_model.disclosure import MOST, log_call
from assistant.chat_model.failing import tell
from assistant.chat_model.marks import Written, read_sentences
from assistant.chat_model.opening import SECONDS
from assistant.chat_model.prompt import Reader, counter_of, within_budget, write_messages
from assistant.chat_model.proof import prove
from assistant.citations import Citation, Claim, Draft, number
from assistant.definitions import is_general
from assistant.describe import name_report
from assistant.search import Searcher
from corpus.library import Library
from corpus.report import Paragraph

_LOG = logging.getLogger("assistant.chat_model")
_LEANS_BACK = re.compile(
    r"(?:They|It|He|She|Both)\b|"
    r".*\b(?:[Tt]his|[Tt]hese)(?:[.,;]| (?:is|was|has|had|means|are|were|have|and|or|but|by)\b)"
)
"""How a sentence reads that says nothing without the one before it."""
_YES_OR_NO = re.compile(r"(?:Yes|No)\b[\s,.;:–-]+(?:it is (?:true|the case) that )?", re.IGNORECASE)
"""An answer's first word that no source can say; what follows it must stand without."""
_SILENT = "The reports do not say"
"""What the rules have a model say where the paragraphs do not answer."""
_FOUND_NONE = "The chat model found no answer in the paragraphs that it was given"


@dataclass(slots=True)
class _Draught:
    """A text in the making: what is kept, as drafts, and what became of the rest. It grows, so it is not frozen."""

    answer: Answer
    given: tuple[Citation, ...]
    library: Library
    kept: list[Draft] = field(default_factory=list)
    dropped: int = 0
    reattached: int = 0

    def shown(self, unproven: str = "") -> Answer:
        """The Answer as far as it is written; an unproven sentence comes last and cites nothing yet."""
        claims, citations = number(self.kept, self.library.reports)
        if unproven:
            claims = (*claims, Claim(unproven, (), proven=False))
        return replace(self.answer, claims=claims, citations=citations, note="", finished=False)


def write(answer: Answer, searcher: Searcher, model: BaseChatModel, reader: Reader = "councillor") -> Iterator[Answer]:
    """Ever longer Answers in the model's words, the last finished; the Answer as it is where the facts say it.

    Where the model fails or nothing it says is supported, the last Answer is the one given, with a line on why.
    """
    library = searcher.library
    asked_for = {id_ for report in library.reports for each in report.improvement_lists for id_ in each.paragraph_ids}
    facts, rest = _divide(answer, asked_for)
    given = _given(answer, rest, library, model, asked_for) if rest else ()
    if not given:
        yield answer
        return
    started = time.perf_counter()
    draught = _Draught(answer, given, library, list(facts))
    messages = write_messages(answer.question.standalone, given, reader)
    said = Said()
    log_call(library.settings, answer.question.standalone, [citation.paragraph for citation in given])
    try:
        for written in read_sentences(listen(model, messages, said), {citation.number for citation in given}):
            yield draught.shown(written.text)
            if written.whole:
                _take(written, draught, searcher)
                yield draught.shown()
    except Exception as error:  # noqa: BLE001 - each provider raises errors of its own
        yield _as_it_was(answer, f"The chat model could not answer ({tell(error, SECONDS)})")
        return
    if len(draught.kept) == len(facts):
        silent = said.text.strip().startswith(_SILENT)
        yield _as_it_was(answer, _FOUND_NONE if silent else "No source supports what the chat model wrote")
        return
    by_number = {citation.number: citation.paragraph for citation in answer.citations}
    own = [Draft(claim.text, tuple(by_number[n] for n in claim.citations), claim.group) for claim in rest]
    draught.kept = complete(draught.kept[len(facts) :], own, facts, answer.question, searcher.reranker)
    count = counter_of(model)
    writing = Writing(
        library.settings.chat_model or type(model).__name__,
        said.tokens_in or sum(count(str(message.content)) for message in messages),
        said.tokens_out or count(said.text),
        draught.dropped,
        draught.reattached,
        round(time.perf_counter() - started, 3),
    )
    note = f"{answer.note} {_left_out(draught.dropped)}".strip()
    yield replace(draught.shown(), note=note, finished=True, writing=writing)


def _take(written: Written, draught: _Draught, searcher: Searcher) -> None:
    """Keep a sentence if it is proven, under the heading of its report where several councils are spoken of."""
    opened = _YES_OR_NO.match(written.text)
    text = written.text[opened.end() :] if opened else written.text
    proved = prove(Claim(text[:1].upper() + text[1:], written.numbers), draught.given, searcher.reranker)
    claim = proved.claim
    if claim is None:
        _LOG.info("A sentence was left out: %s.", proved.reason)
        draught.dropped += 1
        return
    cited = [citation for citation in draught.given if citation.number in claim.citations]
    paragraphs = tuple(citation.paragraph for citation in cited)
    before = draught.kept[-1].paragraphs if draught.kept else ()
    if _LEANS_BACK.match(claim.text) and not {each.report_id for each in paragraphs} & {b.report_id for b in before}:
        draught.dropped += 1
        return
    if any(draft.text == claim.text for draft in draught.kept):
        return
    draught.reattached += proved.reattached
    draught.kept.append(Draft(claim.text, paragraphs, _group(cited[0], draught)))


def _group(citation: Citation, draught: _Draught) -> str | None:
    """The heading for what a report says: that of the extractive Answer, or the report where there are several."""
    numbers = {each.number: each.report.id for each in draught.answer.citations}
    for claim in draught.answer.claims:
        if claim.group and citation.report.id in {numbers[n] for n in claim.citations}:
            return claim.group
    several = len({each.report.council for each in draught.given}) > 1
    return name_report(citation.report) if several else None


def _divide(answer: Answer, asked_for: Collection[str]) -> tuple[list[Draft], list[Claim]]:
    """What the facts gave, which stays as it is, and the Claims in a report's words, which may be written anew.

    What inspectors asked for (these ids of Paragraphs) stays too: without its heading it would read as a finding.
    """
    by_number = {citation.number: citation for citation in answer.citations}
    if answer.abstained or answer.status != "in the reports" or answer.question.sort in ("list", "grade"):
        return [], []
    facts: list[Draft] = []
    rest: list[Claim] = []
    for claim in answer.claims:
        paragraphs = tuple(by_number[n].paragraph for n in claim.citations)
        said = any(_plain(claim.text) in _plain(paragraph.text) for paragraph in paragraphs)
        if said and not any(paragraph.id in asked_for for paragraph in paragraphs):
            rest.append(claim)
        else:
            facts.append(Draft(claim.text, paragraphs, claim.group))
    return facts, rest


def _given(
    answer: Answer, rest: Sequence[Claim], library: Library, model: BaseChatModel, asked_for: Collection[str]
) -> tuple[Citation, ...]:
    """The paragraphs that the model is given, numbered: those of the Claims, then the most relevant of the others.

    None of them is one that was `asked_for`, or what an annex says of councils in general.
    """
    cited = {n for claim in rest for n in claim.citations}
    paragraphs: list[Paragraph] = [each.paragraph for each in answer.citations if each.number in cited]
    for passage in sorted(answer.passages, key=lambda passage: -(passage.relevance or 0.0)):
        if (passage.relevance or 0.0) > 0:  # the cross-encoder's own line between what answers and what does not
            paragraphs += [found for id_ in passage.chunk.paragraph_ids if (found := library.paragraph(id_))]
    findings = [each for each in paragraphs if each.id not in asked_for and not is_general(each)]
    usable = [Draft("", (each,)) for each in findings if each.kind != "heading"]
    return within_budget(number(usable, library.reports)[1][:MOST], counter_of(model))


def _as_it_was(answer: Answer, why: str) -> Answer:
    return replace(answer, note=f"{answer.note} {why}: these are the reports' own sentences.".strip())


def _left_out(dropped: int) -> str:
    if not dropped:
        return ""
    if dropped == 1:
        return "One sentence was left out: no source supports it."
    return f"{dropped} sentences were left out: no source supports them."


def _plain(text: str) -> str:
    return " ".join(text.split())
