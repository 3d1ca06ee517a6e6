"""How well questions are answered, by default and by chat models, side by side.

`python -m tests.evaluation.answering GOLD.jsonl DATA [--model provider:model]…` asks the library in the folder DATA
every question of the gold file, first without a chat model, then with each one named, through the chain that the
application uses; how the figures are made stands in tests.evaluation.scoring. A model's address and keys come from the
environment, as for the application. `--model fake` is the tests' own model on a loopback server, which invents one
sentence in four and cites another wrongly: what became of its sentences is told below the table.
"""

import argparse
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked, build_chain
from assistant.chat_model.opening import is_local
from assistant.conversation import Conversation, Turn
from assistant.question import Question
from assistant.reranker import Reranker
from corpus.embedder import Embedder
from corpus.errors import InspectionError, WrongUse
from corpus.library import Library
from corpus.settings import Settings, read_settings
from tests.assistant.chat_model.models import Said, both, plan
from tests.chat_server import ChatServer, serving
from tests.evaluation.proving import INVENTED, Proof, prove_all
from tests.evaluation.scoring import Gold, Score, read_gold, score, stands_in

FAKE = "fake"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Run:
    """What one configuration answered, and what the fake said for each answer where it was the model."""

    name: str
    answers: tuple[Answer, ...]
    score: Score
    said: tuple[tuple[Said, ...], ...] = ()
    local: bool = False
    """True where nobody is paid: without a chat model, and with one on this machine."""


def evaluate(gold: Sequence[Gold], settings: Settings, name: str) -> Run:
    """Ask every gold question with one chat model, or with none for DEFAULT. Raises InspectionError."""
    with (
        _configured(settings, name) as (configured, server),
        Library(configured, Embedder(configured.embedder)) as held,
    ):
        chain = build_chain(held, Reranker(configured.reranker))
        _answered(chain, Asked("Are the models loaded?"))  # so that the first question is timed like the others
        answers: list[Answer] = []
        said: list[tuple[Said, ...]] = []
        for each in gold:
            answer, before = _ask(chain, each, server)
            answers.append(answer)
            said.append(_said(server, before))
        asked = list(zip(gold, answers, strict=True))
        scored = score(asked, stands_in(held))
        return Run(name, tuple(answers), scored, tuple(said) if server else (), is_local(configured))


def prove_run(gold: Sequence[Gold], default: Run, run: Run) -> Proof:
    """What became of the fake's sentences in its run."""
    return prove_all(zip([each.id for each in gold], run.said, run.answers, default.answers, strict=True))


def write_table(runs: Sequence[Run]) -> str:
    """A line for each figure, a column for each run; `added` is the median of what a run took longer than the first.

    The cost of a model elsewhere is unknown: no client reports one, and prices change; its tokens are counted.
    """
    rows = [["", *(run.name for run in runs)]]
    rows += [
        [each.name.replace("_", " "), *(_shown(getattr(run.score, each.name)) for run in runs)]
        for each in fields(Score)
    ]
    rows.append(["seconds added", *(_shown(_added(runs[0], run)) for run in runs)])
    rows.append(["cost", *("none" if run.local else "unknown" for run in runs)])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        " ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in rows
    )


def write_proof(proof: Proof) -> str:
    """What became of the fake's sentences, kind by kind, and each fault in a line."""
    lines = [
        f"invented shown as sourced: {proof.invented_shown}",
        f"miscited, re-attached to a paragraph that says it: {proof.share('miscited'):.1%}",
        f"true, shown: {proof.share('true'):.1%}",
    ]
    for kind in ("true", "miscited", *INVENTED):
        fates = {fate: count for (which, fate), count in sorted(proof.fates.items()) if which == kind}
        lines.append(f"  {kind:9} {', '.join(f'{fate} {count}' for fate, count in fates.items())}")
    return "\n".join([*lines, *(f"- {fault}" for fault in proof.faults)])


@contextmanager
def _configured(settings: Settings, name: str) -> Iterator[tuple[Settings, ChatServer | None]]:
    if name == FAKE:
        with serving(both) as server:
            yield settings.model_copy(update={"chat_model": "openai:test", "chat_url": server.url}), server
    else:
        yield settings.model_copy(update={"chat_model": None if name == DEFAULT else name}), None


def _ask(chain: Runnable[Asked, Answer], gold: Gold, server: ChatServer | None) -> tuple[Answer, int]:
    """The answer after the earlier questions of its chat, and how many requests the server had got before it."""
    conversation = Conversation()
    for text in gold.turns:
        conversation += Turn(text, _answered(chain, Asked(text, conversation)))
    before = len(server.requests) if server else 0
    return _answered(chain, Asked(gold.question, conversation)), before


def _answered(chain: Runnable[Asked, Answer], asked: Asked) -> Answer:
    try:
        return chain.invoke(asked)
    except WrongUse as problem:
        return Answer(Question(asked.text, asked.text), "not understood", note=str(problem))


def _said(server: ChatServer | None, before: int) -> tuple[Said, ...]:
    """What the fake said in the last of its answers since; nothing where it was not asked to write."""
    requests = server.requests[before:] if server else []
    plans = (plan(request.messages, invents=True, miscites=True) for request in reversed(requests))
    return next((said for said in plans if len(said) > 0), ())


def _added(default: Run, run: Run) -> float:
    """The median of the seconds that answers in a model's words took longer than the default's."""
    pairs = zip(default.answers, run.answers, strict=True)
    return statistics.median([after.seconds - before.seconds for before, after in pairs if after.writing] or [0.0])


def _shown(value: float) -> str:
    return f"{value:,}" if isinstance(value, int) else f"{value:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; 1 where an invented sentence was shown as sourced or a problem kept a run from being made."""
    parser = argparse.ArgumentParser(prog="answering", description="Compare the default's answers with chat models'.")
    parser.add_argument("gold", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("data", type=Path, metavar="DATA", help="the folder of a library")
    parser.add_argument("--model", action="append", default=[], metavar="provider:model", help=f"or {FAKE}")
    options = parser.parse_args(arguments)
    try:
        gold, settings = read_gold(options.gold), read_settings(options.data)
        runs = [evaluate(gold, settings, name) for name in (DEFAULT, *options.model)]
    except InspectionError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(write_table(runs))
    proofs = [prove_run(gold, runs[0], run) for run in runs if run.said]
    for proof in proofs:
        print(f"\n{write_proof(proof)}")
    return int(any(proof.invented_shown for proof in proofs))


if __name__ == "__main__":
    sys.exit(main())
