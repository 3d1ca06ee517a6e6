"""A Briefing's questions to discuss, put in a chat model's words where it adds nothing to ours and to the finding."""

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from langchain_core.language_models import BaseChatModel

from assistant.briefings.briefing import Briefing, Item
from assistant.briefings.filling import Filling
from assistant.chat_model.calling import ask
from assistant.chat_model.disclosure import log_call
from assistant.chat_model.failing import scrub
from assistant.chat_model.likeness import EXACT, Token, root, tokens, turned
from assistant.chat_model.opening import open_chat_model
from assistant.chat_model.prompt import is_evidence, write_question_messages
from assistant.grades import named_grades
from corpus.library import Library
from corpus.sentences import split_sentences
from corpus.settings import Settings

WORDED = "The question is worded by {}."
"""What is said below a question that is not in our words."""
_LOG = logging.getLogger("assistant.chat_model")
_SECONDS = 20.0
"""How long one question may wait for its words: ours stand ready."""
_LONGEST = 240  # characters of a question
_ASKED = re.compile(r"[A-Z][^.?!;:<>\[\]{}()*_`#|\\/@\"“”]+\?")
"""One question, without a mark that could make it anything else."""
_NAME = re.compile(r"\b[A-Z][\w’'-]*")
_NEUTRAL = frozenset(
    map(
        root,
        """what which who whom whose when where why how tell show shown know evidence sign make made do done change
        changed happen next since see seen look ask learn discuss consider think answer part role step matter council
        councillor committee member scrutiny team staff leader child children people family inspection inspector report
        finding found now today here there help difference keep notice sure way tackle address affect""".split(),
    )
)
"""What a question may say that neither ours nor the finding does: none of these claims anything."""
_ASKING = frozenset(map(root, "should would could might may will need still if any say think expect hope".split()))
"""Of the words that turn or bound, those that only ask."""


def open_for_questions(settings: Settings) -> BaseChatModel | None:
    """The settings' chat model for a Briefing's questions, not called yet; None without one. Raises ModelProblem."""
    return open_chat_model(settings, _SECONDS) if settings.chat_model else None


def phrased(fillings: Iterable[Filling], library: Library, model: BaseChatModel | None) -> Iterator[Filling]:
    """The steps of a Briefing that fills itself, its questions put in the model's words at the end, if there is one."""
    for filling in fillings:
        if model is None or filling.done < filling.of:
            yield filling
            continue
        yield replace(filling, told="Wording the questions to discuss…", done=filling.of - 1)
        yield replace(filling, briefing=phrase_questions(filling.briefing, library, model))


def phrase_questions(briefing: Briefing, library: Library, model: BaseChatModel) -> Briefing:
    """The Briefing with its questions to discuss in the model's words; with ours where it fails or adds something.

    What stands before a question, such as when inspectors wrote it, stays ours. After a call that failed none is made.
    """
    works = True
    sections = []
    for section in briefing.sections:
        items: list[Item] = []
        for item in section.items:
            asks = works and item.kind == "question" and bool(item.drafts)
            worded, works = _phrase(item, library, model) if asks else (item, works)
            items.append(worded)
        sections.append(replace(section, items=tuple(items)))
    return replace(briefing, sections=tuple(sections))


def _phrase(item: Item, library: Library, model: BaseChatModel) -> tuple[Item, bool]:
    """The Item in the model's words, or as it is; and whether the model could be asked."""
    findings = [draft.text for draft in item.drafts]
    *lead, ours = split_sentences(item.text)
    if not ours.endswith("?") or not all(is_evidence(text) and "?" not in text for text in findings):
        return item, True
    log_call(library.settings, ours, [paragraph for draft in item.drafts for paragraph in draft.paragraphs])
    try:
        said = " ".join(ask(model, write_question_messages(ours, findings)).split())
    except Exception as error:  # noqa: BLE001 - each provider raises errors of its own
        _LOG.info("Questions to discuss were left in our words: %s.", scrub(str(error)))
        return item, False
    if fault := next(_faults(said, ours, item), ""):
        _LOG.info("A question to discuss was left in our words: %s.", fault)
        return item, True
    who = library.settings.chat_model or type(model).__name__
    remark = f"{item.remark} {WORDED.format(who)}".strip()
    return replace(item, text=" ".join([*lead, said]), remark=remark), True


def _faults(said: str, ours: str, item: Item) -> Iterator[str]:
    """What keeps a model's question from being shown."""
    if len(said) > _LONGEST or not _ASKED.fullmatch(said) or not is_evidence(said):
        yield "it is not one plain question"
    known = " ".join([item.text, *(draft.text for draft in item.drafts)])
    asked, held = tokens(said), tokens(known)
    roots = {token.root for token in held}
    if any(not _may_ask(token, roots) for token in asked):
        yield "it says what neither our question nor the finding does"
    if not {token.root for token in tokens(ours) if token.tells} & {token.root for token in asked}:
        yield "it asks something else than our question"
    if not set(named_grades(said.lower())) <= set(named_grades(known.lower())):
        yield "it names a grade of its own"
    names = {report.council for report in item.reports if report.council}
    allowed = {word.lower() for word in _NAME.findall(" ".join([item.text, *names]))}
    if any(name.lower() not in allowed and not name.isupper() for name in _NAME.findall(said)[1:]):
        yield "it names somebody"
    if not _denies_alike(asked, held):
        yield "it denies something else than the finding"


def _may_ask(token: Token, known: set[str]) -> bool:
    """True for a word of ours or of the finding, and for one that claims nothing."""
    if token.root in known:
        return True
    if token.is_number:
        return False
    if token.word in EXACT:
        return token.root in _ASKING
    return not token.tells or token.root in _NEUTRAL


def _denies_alike(asked: tuple[Token, ...], known: tuple[Token, ...]) -> bool:
    """True if a question denies what the finding denies, and nothing else: "timely" may not stand for "not timely"."""
    denied = set(turned(known))
    mine = set(turned(asked))
    sayings = [token.root for token in known if token.tells]
    only_denied = {word for _no, word in denied if sayings.count(word) == 1}
    said = {token.root for token in asked if token.tells} - {word for _no, word in mine}
    return mine <= denied and not said & only_denied
