"""The sentences that answer are taken out word for word, with the one they lean on."""

from dataclasses import replace

import pytest

from assistant.conversation import Conversation
from assistant.extract import Extract, extract
from assistant.question import Question
from assistant.search import Group, Searcher, fuse
from assistant.understand import understand
from corpus.chunk import Passage
from corpus.report import Paragraph
from corpus.sentences import split_sentences
from tests.assistant.samples import FILES


def found(searcher: Searcher, report: str, words: str, relevance: float = 5.0) -> Passage:
    """The chunk of the paragraph of a report that holds these words, as a search would give it."""
    library = searcher.library
    report_id = library.report(FILES[report]).id
    wanted = next(p for p in library.paragraphs(report_id) if words in " ".join(p.text.split()))
    passages = fuse(library, wanted.text, [report_id], 30)
    return replace(next(p for p in passages if wanted.id in p.chunk.paragraph_ids), relevance=relevance)


def asking(text: str) -> Question:
    """A question that is asked as it is searched for."""
    return Question(text, text, topic=text, wording=text)


def taken(searcher: Searcher, question: str, *passages: Passage, **group: float) -> list[Extract]:
    """What is taken from these passages."""
    return extract(asking(question), Group(passages, **group), searcher)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("begins", "report", "words", "question"),
    [
        (
            "It lasts for 12 weeks on average.",
            "Eldermarsh 2023",
            "Pre-proceedings work is exemplary",
            "How many weeks do pre-proceedings last?",
        ),
        (
            "Return home interviews are held within 72 hours for 71%",
            "Saltmere 2022",
            "for 71% of children who go missing",
            "How many return home interviews are held within 72 hours?",
        ),
        (
            "Children wait for an average of 104 weeks",
            "Corvenshire SEND 2024",
            "104 weeks for an autism assessment",
            "How long do children wait for an autism assessment?",
        ),
    ],
)
def test_the_sentence_that_answers_is_taken(
    searcher: Searcher, begins: str, report: str, words: str, question: str
) -> None:
    (one,) = taken(searcher, question, found(searcher, report, words))
    assert begins in one.text
    assert len(split_sentences(one.text)) <= 3


def test_what_is_taken_stands_word_for_word_in_its_paragraph(searcher: Searcher) -> None:
    passage = found(searcher, "Saltmere 2019", "Caseloads are far too high")
    (one,) = taken(searcher, "How many children does a social worker have?", passage)
    assert all(sentence in one.paragraph.text for sentence in split_sentences(one.text))


def test_a_sentence_that_leans_on_the_one_before_brings_it(searcher: Searcher) -> None:
    passage = found(searcher, "Eldermarsh 2023", "Pre-proceedings work is exemplary")
    (one,) = taken(searcher, "How many weeks does it last on average?", passage)
    assert one.text.startswith("Pre-proceedings work is exemplary. It lasts for 12 weeks on average.")


def test_a_group_gives_no_more_paragraphs_than_its_limit(searcher: Searcher) -> None:
    passages = [
        found(searcher, "Saltmere 2019", words, 5.0 - at / 10)
        for at, words in enumerate(("Caseloads are far too high", "Supervision has broken down", "The workforce is"))
    ]
    assert len(taken(searcher, "caseloads", *passages, limit=2)) == 2


def test_far_weaker_paragraphs_and_irrelevant_ones_are_left_out(searcher: Searcher) -> None:
    strong = found(searcher, "Saltmere 2019", "Caseloads are far too high", 5.0)
    weak = found(searcher, "Saltmere 2019", "Supervision has broken down", 1.0)
    assert len(taken(searcher, "caseloads and supervision", strong, weak, margin=3.0)) == 1
    assert len(taken(searcher, "caseloads and supervision", strong, weak, margin=4.5)) == 2
    assert taken(searcher, "caseloads", replace(strong, relevance=FLOOR - 0.1)) == []


def test_a_paragraph_that_is_used_already_is_not_taken_again(searcher: Searcher) -> None:
    passage = found(searcher, "Saltmere 2019", "Caseloads are far too high")
    used = set(passage.chunk.paragraph_ids)
    assert extract(asking("caseloads"), Group((passage,)), searcher, used) == []


def test_a_paragraph_that_shares_no_word_with_the_question_is_never_taken(searcher: Searcher) -> None:
    passage = found(searcher, "Saltmere 2019", "Caseloads are far too high")
    assert taken(searcher, "How often are bins emptied?", passage) == []


def test_an_extract_becomes_a_sentence_with_its_paragraph(searcher: Searcher) -> None:
    (one,) = taken(searcher, "caseloads", found(searcher, "Saltmere 2019", "Caseloads are far too high"))
    cited: tuple[Paragraph, ...] = one.draft("Saltmere").paragraphs
    assert cited == (one.paragraph,)
    assert one.draft("Saltmere").group == "Saltmere"


def test_a_search_judges_and_orders_what_it_finds(searcher: Searcher) -> None:
    question = understand("How long do pre-proceedings take in Eldermarsh?", Conversation(), searcher.library.reports)
    passages = searcher.find(question, question.reports, 10)
    relevances = [passage.relevance or 0.0 for passage in passages]
    assert relevances == sorted(relevances, reverse=True)
    assert {passage.chunk.report_id for passage in passages} <= set(question.reports or ())
    assert len(passages) <= 10


def test_a_search_within_no_report_finds_nothing(searcher: Searcher) -> None:
    assert fuse(searcher.library, "caseloads", [], 10) == []


def test_the_cross_encoder_knows_an_answer_from_other_talk(searcher: Searcher) -> None:
    answer, talk = searcher.reranker.score(
        "How many children does each social worker have?",
        ["Social workers are responsible for 27 children on average.", "The choir sings on the ferry every Sunday."],
    )
    assert answer > FLOOR > talk
    assert searcher.reranker.score("How many?", []) == []
