"""Answers are scored as the rules say, and the fake model's lies are counted."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Answer, Writing
from assistant.citations import Citation, Claim
from assistant.question import Question
from corpus.errors import WrongUse
from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.assistant.chat_model.models import Said
from tests.builders import entry, markdown
from tests.evaluation.answering import main
from tests.evaluation.proving import prove_all
from tests.evaluation.scoring import Evidence, Gold, read_gold, score

HELD = entry()
LANTERNS, BEES = HELD.paragraphs[1], HELD.paragraphs[3]
WRITING = Writing("openai:test", 100, 20, 1, 2, 0.5)


def citing(*paragraphs: int, words: str = "They carry lanterns.", seconds: float = 1.0) -> Answer:
    """An answer of one sentence that cites the paragraphs at these places."""
    citations = tuple(Citation(n, HELD.paragraphs[at], HELD.report) for n, at in enumerate(paragraphs, start=1))
    claims = (Claim(words, tuple(range(1, len(paragraphs) + 1))),) if paragraphs else ()
    return Answer(Question("?", "?"), "in the reports", claims, citations, seconds=seconds)


def gold(*anchors: str, answerable: bool = True) -> Gold:
    """A question whose facts each stand where an anchor does."""
    return Gold("g1", "lookup", (), "?", answerable, tuple((Evidence(HELD.report.file, (one,)),) for one in anchors))


def test_recall_counts_facts_and_precision_paragraphs() -> None:
    found = score([(gold("lanternsonthemarsh", "keepsbees"), citing(1, 2))], lambda _citation: True)
    assert (found.recall, found.precision) == (0.5, 0.5)


def test_evidence_of_another_report_and_of_a_page_long_paragraph_does_not_count() -> None:
    elsewhere = Gold("g1", "lookup", (), "?", answerable=True, facts=((Evidence("other.md", ("lanterns",)),),))
    page = replace(LANTERNS, text=LANTERNS.text + " marsh" * 350)
    long = replace(citing(1), citations=(Citation(1, page, HELD.report),))
    assert score([(elsewhere, citing(1))], lambda _citation: True).recall == 0
    assert score([(gold("lanterns"), long)], lambda _citation: True).recall == 0


def test_abstention_is_the_harmonic_mean_of_rightly_and_wholly_silent() -> None:
    asked = [(gold(answerable=False), citing()), (gold(answerable=False), citing(1)), (gold("bees"), citing())]
    assert score(asked, lambda _citation: True).abstention == pytest.approx(0.5)


def test_verbatim_counts_paragraphs_and_quotations() -> None:
    quoted = citing(1, words="They “carry lanterns on the marsh” and “carry umbrellas on the marsh”.")
    assert score([(gold("lanterns"), quoted)], lambda _citation: True).verbatim == pytest.approx(2 / 3)
    assert score([(gold("lanterns"), citing(1))], lambda _citation: False).verbatim == 0


def test_what_models_wrote_is_summed() -> None:
    asked = [(gold("lanterns"), replace(citing(1), writing=WRITING)), (gold("lanterns"), citing(1, seconds=3.0))]
    found = score(asked, lambda _citation: True)
    assert (found.written, found.tokens_in, found.tokens_out, found.dropped, found.reattached) == (1, 100, 20, 1, 2)
    assert found.seconds == 2.0


def test_a_line_that_is_no_gold_question_is_told(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": "g1"}\n', encoding="utf-8")
    with pytest.raises(WrongUse, match=r"gold\.jsonl is not a file of gold questions"):
        read_gold(tmp_path / "gold.jsonl")


def test_the_fates_of_sentences_are_told_apart() -> None:
    true, wrong = LANTERNS.text, "Social workers in Fennimoor do not carry lanterns."
    said = [
        Said(true, 1, "true", true),
        Said(wrong, 1, "negation", true),
        Said(BEES.text, 1, "miscited", BEES.text),
        Said("Pigs fly.", 1, "sector", true),
    ]
    answer = replace(citing(1, 3), writing=WRITING)
    answer = replace(answer, claims=(Claim(true, (1,)), Claim(wrong, (1,)), Claim(BEES.text, (1,))))
    proof = prove_all([("g1", said, answer, answer)])
    assert proof.invented_shown == 1
    assert (proof.share("true"), proof.share("miscited")) == (1.0, 0.0)
    assert proof.fates["sector", "left out"] == 1
    assert prove_all([("g1", said, replace(answer, writing=None), answer)]).fates["true", "extractive"] == 1


def test_default_and_fake_are_compared_in_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "fennimoor.md").write_bytes(markdown())
    with Library(Settings(data=tmp_path / "data")) as library:
        ingest([tmp_path / "fennimoor.md"], library)
    evidence = [{"report": "fennimoor.md", "page": 1, "anchor": "carry lanterns on the marsh"}]
    line = {
        "id": "g1",
        "kind": "lookup",
        "question": "Do social workers in Fennimoor carry lanterns?",
        "answerable": True,
        "nuggets": [{"fact": "lanterns", "evidence": evidence}],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert main([str(tmp_path / "gold.jsonl"), str(tmp_path / "data"), "--model", "fake"]) == 0
    printed = capsys.readouterr().out
    assert "default" in printed.splitlines()[0]
    assert "fake" in printed.splitlines()[0]
    assert "recall" in printed
    assert "invented shown as sourced: 0" in printed
