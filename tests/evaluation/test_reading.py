"""Reports are read as well as they were: figures of our own sample reports, and of real ones where there are some."""

import json
import os
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.evaluation import reading

SAMPLES = Path("corpus/samples")
GOLDEN = Path(__file__).with_name("reading.json")
FAULTS = ("lost", "torn", "running", "misnumbered", "unresolved", "strayed", "long")

needs_pdftotext = pytest.mark.skipif(not reading.available(), reason="pdftotext (poppler-utils) is not installed")


@needs_pdftotext
def test_the_samples_are_read_as_well_as_they_were() -> None:
    """After a change for the better, or of a sample: python -m tests.evaluation.reading corpus/samples --golden."""
    found = {path.stem: asdict(reading.measure(path)) for path in sorted(SAMPLES.glob("*.pdf"))}
    for figures in found.values():
        del figures["milliseconds"]
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))


@needs_pdftotext
@pytest.mark.skipif("REPORTS_FOLDER" not in os.environ, reason="REPORTS_FOLDER names no folder of real reports")
def test_real_reports_are_read_word_for_word() -> None:
    readings = reading.readings_of(Path(os.environ["REPORTS_FOLDER"]))
    everything = asdict(reading.total(readings.values()))
    assert dict.fromkeys(FAULTS, 0) == {fault: everything[fault] for fault in FAULTS}
    assert everything["council"] == everything["kind"] == everything["inspected_from"] == len(readings)
    assert 1000 * everything["pages"] / everything["milliseconds"] >= 40
