"""The sentences that answer are taken out word for word, with the one they lean on."""

from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.citations import Citation
from assistant.conversation import Conversation, Turn
from assistant.counting import has_figure
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


def test_a_sentence_that_the_next_one_turns_is_never_told_without_it(searcher: Searcher) -> None:
    passage = found(searcher, "Saltmere 2022", "Neglect is recognised earlier")
    (one,) = taken(searcher, "Is there a tool for measuring neglect in every team?", passage)
    assert "Even so, for a small number of children" in one.text


def test_a_group_gives_no_more_paragraphs_than_its_limit(searcher: Searcher) -> None:
    passages = [
        found(searcher, "Saltmere 2019", words, 5.0 - at / 10)
        for at, words in enumerate(("Caseloads are far too high", "Supervision has broken down", "The workforce is"))
    ]
    assert len(taken(searcher, "caseloads", *passages, limit=2)) == 2


def test_far_weaker_paragraphs_and_irrelevant_ones_are_left_out(searcher: Searcher) -> None:
    strong = found(searcher, "Saltmere 2019", "Caseloads are far too high", 5.0)
    weak = found(searcher, "Saltmere 2019", "The workforce is unstable", -2.0)
    assert len(taken(searcher, "caseloads", strong, weak, margin=3.0)) == 1
    assert len(taken(searcher, "caseloads", strong, weak, margin=4.5)) == 2
    assert taken(searcher, "caseloads", replace(strong, relevance=-11.0)) == []


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
    assert answer > 0 > talk
    assert searcher.reranker.score("How many?", []) == []


def all_of(searcher: Searcher, topic: str) -> list[Extract]:
    """What is taken of all that a search for a topic finds."""
    question = asking(topic)
    return extract(question, Group(tuple(searcher.find(question, None, 30)), limit=6, margin=9.0), searcher)


def test_what_a_report_says_twice_is_taken_once_where_it_is_said_more_fully(invented: Searcher) -> None:
    (one,) = all_of(invented, "How often does supervision take place in the ten teams?")
    assert one.text.endswith("and workers value it greatly.")
    assert [paragraph.heading for paragraph in (one.paragraph, *one.also)] == [("Findings",), ("Summary",)]


def test_where_it_is_also_said_goes_into_the_draft(invented: Searcher) -> None:
    (one,) = all_of(invented, "How often does supervision take place in the ten teams?")
    assert one.draft().paragraphs == (one.paragraph,)
    assert one.draft().also == one.also


def test_the_same_words_with_another_number_are_not_the_same(invented: Searcher) -> None:
    found = all_of(invented, "How many life-story books are finished on time?")
    assert {"60%" in each.text for each in found} == {True, False}
    assert [each.also for each in found] == [(), ()]


def test_two_reports_that_say_the_same_are_both_taken(searcher: Searcher) -> None:
    question = asking("How many social work posts are filled by agency workers?")
    passages = searcher.find(question, None, 30)
    found = extract(question, Group(tuple(passages), limit=6, margin=6.0), searcher)
    assert len({each.paragraph.report_id for each in found}) > 1
    assert all(also.report_id == each.paragraph.report_id for each in found for also in each.also)


def test_only_criticism_is_taken_where_it_is_asked_for(searcher: Searcher) -> None:
    question = asking("How is life-story work?")
    passages = tuple(searcher.find(question, None, 30))
    praised = extract(question, Group(passages, limit=9, margin=9.0, tone="praise"), searcher)
    plain = extract(question, Group(passages, limit=9, margin=9.0), searcher)
    assert {"Life-story work is outstanding."} <= {each.text for each in praised}
    assert len(praised) < len(plain)


def test_a_lower_bar_lets_more_paragraphs_in(searcher: Searcher) -> None:
    question = asking("How is life-story work?")
    passages = tuple(searcher.find(question, None, 30))
    taken_at = [len(extract(question, Group(passages, None, 30, 99.0, least=at), searcher)) for at in (0.9, 0.3, 0.0)]
    assert taken_at == sorted(taken_at)
    assert taken_at[0] < taken_at[-1]


def test_a_follow_up_looks_again_at_what_the_turn_before_cites(searcher: Searcher) -> None:
    reports = searcher.library.reports
    first = understand("How long do pre-proceedings take in Eldermarsh?", Conversation(), reports)
    passages = searcher.find(first, first.reports, 10)
    cited = searcher.library.paragraph(passages[0].chunk.paragraph_ids[0])
    assert cited is not None
    answer = Answer(
        first, "in the reports", (), (Citation(1, cited, searcher.library.report(cited.report_id)),), tuple(passages)
    )
    conversation = Conversation() + Turn(first.text, answer)
    follow_up = understand("And why do they take so long?", conversation, reports)
    assert follow_up.carried == (passages[0].chunk.id,)
    assert understand("How many foster carers has Saltmere?", conversation, reports).carried == ()


def test_what_is_carried_is_judged_beside_what_is_found_inside_the_reports_asked_about(searcher: Searcher) -> None:
    kept = found(searcher, "Saltmere 2019", "Caseloads are far too high").chunk
    question = replace(asking("choirs on ferries"), carried=(kept.id,))
    inside = searcher.find(question, [kept.report_id], 1)
    assert kept.id in {passage.chunk.id for passage in inside}
    assert len(inside) == 2
    elsewhere = searcher.library.report(FILES["Eldermarsh 2023"]).id
    assert kept.id not in {passage.chunk.id for passage in searcher.find(question, [elsewhere], 1)}


def test_what_is_carried_and_found_is_judged_once(searcher: Searcher) -> None:
    kept = found(searcher, "Saltmere 2019", "Caseloads are far too high").chunk
    question = replace(asking("Caseloads are far too high"), carried=(kept.id,))
    passages = searcher.find(question, [kept.report_id], 10)
    assert [passage.chunk.id for passage in passages].count(kept.id) == 1


def test_what_is_carried_from_a_report_that_is_gone_is_left_out(searcher: Searcher) -> None:
    question = replace(asking("caseloads"), carried=("no-such-chunk",))
    assert len(searcher.find(question, None, 5)) == 5


def test_only_paragraphs_that_state_a_figure_on_it_are_taken_where_figures_are_asked_for(searcher: Searcher) -> None:
    question = asking("How many children does each social worker have?")
    passages = tuple(searcher.find(question, None, 30))
    figures = extract(question, Group(passages, limit=30, margin=99.0, amount="figure"), searcher)
    plain = extract(question, Group(passages, limit=30, margin=99.0), searcher)
    assert 0 < len(figures) < len(plain)
    assert all(has_figure(each.paragraph.text) for each in figures)


def test_an_item_of_a_list_of_what_must_improve_says_so(searcher: Searcher) -> None:
    (item,) = taken(searcher, "pathway plans", found(searcher, "Saltmere visit 2023", "The quality of pathway plans"))
    assert item.draft().text.startswith("What needs to improve in this area of social work practice: The quality of")
    (sentence,) = taken(searcher, "caseloads", found(searcher, "Saltmere 2019", "Caseloads are far too high"))
    assert sentence.draft().text == sentence.text
