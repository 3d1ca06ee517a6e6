"""One numbering holds for a whole briefing, and names are left out of it unless they are kept."""

from dataclasses import replace

from assistant.answer import Writing
from assistant.briefings.briefing import Briefing, Item, Section, answer_item, source_item
from assistant.briefings.edit import move_item
from assistant.briefings.names import LEFT_OUT
from assistant.briefings.numbering import number_briefing
from assistant.citations import Draft
from tests.assistant.briefings.made import MADE, NAMED, PARAGRAPHS, full
from tests.assistant.exports.made import conversation
from tests.builders import SENTENCES


def test_sources_are_numbered_in_the_order_of_their_first_use_and_the_same_has_one_number() -> None:
    numbered = number_briefing(full())
    assert [citation.number for citation in numbered.citations] == [1, 2, 3, 4]
    marks = [claim.citations for claims in numbered.claims.values() for claim in claims]
    assert marks == [(1,), (2,), (3,), (2,), (3,), (4,), (1,), (1,)]


def test_a_moved_item_takes_its_sentences_along_and_the_numbers_follow_the_order() -> None:
    briefing = full()
    quote = briefing.sections[1].items[1]
    moved = move_item(briefing, quote.id, briefing.sections[0].id, 0)
    numbered = number_briefing(moved)
    assert numbered.claims[quote.id][0].citations == (1,)
    assert numbered.citations[0].paragraph.id == PARAGRAPHS[0].id


def test_a_name_in_a_quote_is_marked_as_left_out_everywhere_and_the_rest_stays_exact() -> None:
    numbered = number_briefing(full())
    shown = NAMED.replace("Ada Lantern", LEFT_OUT)
    assert [claim.text for claims in numbered.claims.values() for claim in claims].count(shown) == 1
    assert [citation.paragraph.text for citation in numbered.citations if citation.number == 4] == [shown]
    assert numbered.leaves_out


def test_a_sentence_cut_from_the_words_that_tell_of_a_name_is_left_without_the_name_too() -> None:
    """Only the rest of its paragraph says that Zubo Kite is a person."""
    cut = "Then Zubo Kite wrote to the board."
    paragraph = replace(PARAGRAPHS[0], text=f"The chair, Zubo Kite, left. {cut}")
    item = replace(full().items[0], drafts=(Draft(cut, (paragraph,)),))
    numbered = number_briefing(replace(full(), sections=(Section("Said", (item,)),)))
    assert [claim.text for claim in numbered.claims[item.id]] == [f"Then {LEFT_OUT} wrote to the board."]


def test_names_stay_where_the_reader_keeps_them() -> None:
    numbered = number_briefing(replace(full(), keeps_names=True))
    assert NAMED in [citation.paragraph.text for citation in numbered.citations]
    assert not numbered.leaves_out


def test_an_answer_becomes_an_item_with_all_that_it_cites() -> None:
    answer = conversation().turns[1].answer
    numbered = number_briefing(Briefing("One", MADE, sections=(Section("Findings", (answer_item(answer),)),)))
    (claims,) = numbered.claims.values()
    assert claims == answer.claims
    assert numbered.citations == answer.citations


def test_an_answer_that_a_chat_model_worded_says_so() -> None:
    answer = replace(conversation().turns[0].answer, writing=Writing("ollama:small", 1, 1, 0, 0, 1.0))
    assert answer_item(answer).remark == "One report was searched. Worded by ollama:small from the sources."


def test_a_source_becomes_a_quote_of_its_exact_words() -> None:
    item = source_item(conversation().turns[0].answer.citations[0])
    assert (item.kind, item.drafts[0].text) == ("quote", SENTENCES[0])


def test_a_note_cites_nothing() -> None:
    noted = Briefing("One", MADE, sections=(Section("Findings", (Item("note", "Mine."),)),))
    assert number_briefing(noted).citations == ()
