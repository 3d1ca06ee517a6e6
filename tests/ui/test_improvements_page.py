"""The page of improvements: what it shows, that foreign words stay words, and how the rest is found meanwhile."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from assistant.improvements.clock import Deadline
from assistant.improvements.improvement import Behind
from assistant.improvements.tracked import Change, Conflict, Edit, Tracked, decision_field, inspection
from assistant.improvements.views import Counts
from assistant.reranker import Reranker
from assistant.search import Searcher
from corpus.embedder import Embedder
from corpus.errors import LibraryProblem
from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.assistant.improvements.invented import REPORTS
from tests.assistant.improvements.kept import asked, with_later
from tests.fakes import HOSTILE
from ui.improvements import history, listed, news, one
from ui.improvements.finding import Finder, Found
from ui.improvements.visit import Following, first_shown, of_report
from ui.page.line import Line

TODAY = date(2026, 11, 22)
WHEN = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)


def page(html: str) -> BeautifulSoup:
    """HTML as it is read."""
    return BeautifulSoup(html, "html.parser")


def tracked(**fields: str) -> Tracked:
    """The first Improvement, with a later report, and these fields written by Ann."""
    improvement = with_later(asked()[0])
    changes = tuple(Change(at, "Ann", WHEN, name, "", words) for at, (name, words) in enumerate(fields.items(), 1))
    return Tracked(improvement.id, improvement, changes=changes)


def test_a_card_says_all_that_is_known_in_words() -> None:
    mine = tracked(owner="Bo", due="2026-11-21", action="under way", notes="Audit.")
    shown = page(listed.listed([("Fennimoor", [mine])], TODAY, named=False))
    assert shown.blockquote is not None
    assert shown.blockquote.text == mine.improvement.text
    assert [fact.text for fact in shown.select(".facts li")] == [
        "Bo",
        "Overdue: 21 November 2026",
        "Action: under way",
        "Impact: none seen yet",
        "1 piece of evidence",
        "June 2022, proposed: repeated",
    ]


def test_a_decision_takes_the_place_of_the_proposal() -> None:
    report = tracked().improvement.later[0].report
    shown = listed.listed([("", [tracked(**{decision_field(report): "met"})])], TODAY, named=False)
    assert "June 2022, decided: met" in shown


def test_views_are_buttons_with_their_counts_and_say_which_is_on() -> None:
    shown = page(listed.views(Counts(7, 1, 5, 2, 3, 0), "overdue"))
    assert [each.text for each in shown.find_all("button")] == [
        "All 7",
        "Overdue 1",
        "No evidence 5",
        "To decide 2",
        "No owner 3",
    ]
    assert [each["aria-pressed"] for each in shown.find_all("button")] == ["false", "true", "false", "false", "false"]


def test_the_clock_says_what_is_an_estimate() -> None:
    due, counted = date(2023, 8, 16), date(2023, 5, 9)
    estimated = page(listed.clock(Deadline(due, counted, estimated=True), TODAY)).text
    assert "was due on 16 August 2023, an estimate" in estimated
    known = page(listed.clock(Deadline(due, counted, estimated=False), date(2023, 6, 1))).text
    assert "is due on 16 August 2023, 70 working days after the report was received on 9 May 2023." in known
    assert "enter the day" in listed.clock(None, TODAY)


def test_both_quotes_stand_side_by_side_with_the_proposal_marked_and_a_button_for_each_decision() -> None:
    mine = tracked()
    shown = page(one.later(mine, UTC, found=True))
    then, later = (side.text for side in shown.select(".sides > div"))
    assert mine.improvement.text in then
    assert mine.improvement.later[0].paragraphs[0].text in later
    assert [tag.text for tag in shown.select(".tag")] == ["Proposed: repeated"]
    assert [each.text for each in shown.select("[data-press^='decide:']")] == [
        "Confirm “repeated”",
        "Change to “improved”",
        "Change to “met”",
        "Change to “not mentioned”",
    ]


def test_what_we_are_not_sure_of_is_for_a_person_to_decide_and_nothing_to_confirm() -> None:
    mine = tracked()
    unsure = replace(mine.improvement.later[0], proposed="not sure")
    shown = page(one.later(replace(mine, improvement=replace(mine.improvement, later=(unsure,))), UTC, found=True))
    assert [tag.text for tag in shown.select(".tag")] == ["Not sure"]
    assert all(each.text.startswith("Change to") for each in shown.select("[data-press^='decide:']"))


def test_what_a_button_for_a_decision_shows_begins_what_a_screen_reader_says() -> None:
    shown = page(one.later(tracked(), UTC, found=True))
    for each in shown.select("button[aria-label^='C']"):
        assert str(each["aria-label"]).startswith(each.text)


def test_what_is_said_of_a_decision_stands_with_it() -> None:
    mine = tracked()
    where = inspection(mine.improvement.later[0].report)
    here = Following()
    here.begin(f"later:{where}")
    here.finish("Decided: met.")
    shown = page(one.later(mine, UTC, {where: news.said(here, f"later:{where}")}, found=True))
    assert [each.text for each in shown.select(".later #improve-done")] == ["Decided: met."]
    assert news.said(here, "plan") == ""


def test_a_long_paragraph_is_parted_between_sentences_and_all_of_it_is_there() -> None:
    sentences = [f"Supervision of social workers is irregular in team {each}, as audits found." for each in range(20)]
    long = replace(asked()[0].paragraph, text=" ".join(sentences))
    shown = page(one.behind(replace(asked()[0], behind=(Behind(long, named=False),)), found=True))
    first, rest = (each.text for each in shown.find_all("blockquote"))
    assert first.endswith("found.")
    assert f"{first} {rest}" == long.text
    assert rest == shown.select("details blockquote")[0].text


def test_the_history_calls_a_decision_by_the_month_of_its_inspection() -> None:
    assert history.what("decision ILACS 2023-07-28") == "Decision on the July 2023 inspection"
    assert history.what("decision area SEND 2024-02-09") == "Decision on the February 2024 area SEND inspection"
    assert history.what("decision focused visit 2021-10-06") == "Decision on the October 2021 focused visit"
    assert history.what("decision report a <b>.pdf") == "Decision on report a <b>.pdf"
    assert history.what("due") == "Due"


def test_a_sentence_that_is_said_again_is_heard_again() -> None:
    here = Following()
    heard = []
    for _time in range(3):
        here.finish("Saved: Owner.")
        assert here.done == "Saved: Owner."
        heard.append(here.say)
    assert heard[0] != heard[1] != heard[2]


def test_the_newest_inspection_of_all_childrens_services_is_shown_first() -> None:
    older, newer = asked(2019), asked(2022)
    send = replace(newer[0].report, id="send", kind="area SEND", inspected_to=date(2024, 2, 9))
    found = Found(
        (older[0].report, newer[0].report, send), {"fenn2019": older, newer[0].report.id: newer, "send": newer}
    )
    assert first_shown(found) == newer[0].report
    alone = Found((send,), {"send": newer})
    assert first_shown(alone) == send
    assert first_shown(Found((send,), {"send": ()})) is None


def test_what_was_decided_says_by_whom_and_can_be_taken_back() -> None:
    report = tracked().improvement.later[0].report
    shown = page(one.later(tracked(**{decision_field(report): "improved"}), UTC, found=True))
    assert "Decided: improved, by Ann, 20 Nov 2026, 09:05." in " ".join(shown.text.split())
    assert shown.find("button", string="Take it back") is not None


def test_what_is_still_looked_for_is_said() -> None:
    mine = tracked()
    assert "being looked for" in one.behind(mine.improvement, found=False)
    assert "being looked through" in one.later(mine, UTC, found=False)


def test_named_and_suggested_paragraphs_are_told_apart_in_words() -> None:
    improvement = asked()[0]
    both = tuple(Behind(improvement.paragraph, named=named) for named in (True, False))
    shown = page(one.behind(replace(improvement, behind=both), found=True))
    assert [tag.text for tag in shown.select(".tag")] == ["Named by the report", "Suggested"]


def test_hostile_words_are_shown_as_text_everywhere() -> None:
    bad = asked(words=[HOSTILE])[0]
    bad = replace(bad, heading=HOSTILE, report=replace(bad.report, council=HOSTILE, title=HOSTILE, file=HOSTILE))
    bad = with_later(replace(bad, behind=(Behind(bad.paragraph, named=False),)))
    fields = {"owner": HOSTILE, "actions": HOSTILE, "file 1": HOSTILE, "link 2": f"https://x.test/{HOSTILE}"}
    changes = tuple(Change(at, HOSTILE, WHEN, name, HOSTILE, words) for at, (name, words) in enumerate(fields.items()))
    mine = Tracked("k", bad, changes=changes)
    conflict = Conflict(Edit("k", "owner", "", HOSTILE), HOSTILE, HOSTILE, WHEN)
    for html in (
        listed.listed([(HOSTILE, [mine])], TODAY, named=True),
        listed.unlisted([bad], [mine]),
        one.head(mine),
        one.behind(bad, found=True),
        one.later(mine, UTC, found=True),
        history.evidence(mine, UTC),
        history.history(mine, UTC),
        history.conflicts([(conflict, HOSTILE)], UTC),
    ):
        shown = page(html)
        assert shown.find_all(["script", "img"]) == []
        assert all(str(link["href"]).startswith("https://") for link in shown.find_all("a"))
        assert "<script>document.title='taken'</script>" in shown.text


def test_presses_that_come_together_are_all_heeded() -> None:
    here = Following()
    here.pressed += ["view:overdue", "jump:plan"]
    assert here.pressed == ["view:overdue", "jump:plan"]


def test_one_report_or_all_are_shown() -> None:
    every = [Tracked(each.id, each) for year in (2022, 2019) for each in asked(year)]
    assert of_report(every, "") == every
    assert of_report(every, "fenn2019") == every[3:]


@pytest.fixture
def followed(tmp_path: Path, embedder: Embedder) -> Iterator[Searcher]:
    """What searches invented inspections of which nothing is kept yet."""
    folder = tmp_path
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Library(Settings(data=folder / "data"), embedder) as library:
        ingest([folder / name for name in REPORTS], library)
        yield Searcher(library, Reranker())


def test_all_of_a_council_is_found_in_the_background(followed: Searcher) -> None:
    finder = Finder(followed, Line())
    found = finder.found("Fennimoor")
    assert found.left > 0
    wait_for(lambda: not found.left or bool(found.problem))
    assert found.problem == ""
    assert all(found.is_found(each) for each in found.improvements())
    assert any(each.behind for each in found.improvements())
    assert any(each.later for each in found.improvements())
    assert found.enquiries
    assert finder.found("Fennimoor") is found


def test_what_goes_wrong_meanwhile_is_told_in_a_sentence(followed: Searcher) -> None:
    class Broken(Line):
        @contextmanager
        def wait(self, tell: Callable[[int], None]) -> Iterator[None]:
            tell(1)
            raise LibraryProblem("The library is closed: open it again.")
            yield

    found = Finder(followed, Broken()).found("Fennimoor")
    wait_for(lambda: bool(found.problem))
    assert found.problem == "The library is closed: open it again."


def wait_for(done: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until something is done."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            pytest.fail("It took too long.")
        time.sleep(0.05)
