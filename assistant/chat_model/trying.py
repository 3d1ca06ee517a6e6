"""Trying a chat model out with one short call."""

import time

from assistant.chat_model.disclosure import disclose, log_call
from assistant.chat_model.failing import tell
from assistant.chat_model.opening import open_chat_model
from assistant.chat_model.prompt import write_messages
from assistant.citations import Citation
from corpus.errors import ModelProblem
from corpus.report import Paragraph, Report
from corpus.settings import Settings

_SECONDS = 20.0
"""How long somebody who asks what is wrong will wait for one call."""
_ASKED = "When does the harbour library open?"
_GIVEN = Citation(
    1,
    Paragraph("example-0000", "example", 0, "prose", None, (), 1, 1, "The harbour library opens its doors at nine."),
    Report("example", "example.md", "Example", None, None, None, None, None, None, 1),
)
"""A paragraph of our own: a trial sends nothing of the library."""


def try_out(settings: Settings) -> str:
    """What one call to the chat model of the settings found, in a plain line. Raises ModelProblem where it failed."""
    model = open_chat_model(settings, _SECONDS)
    log_call(settings, _ASKED, [])
    started = time.perf_counter()
    try:
        said = str(model.invoke(write_messages(_ASKED, [_GIVEN])).text).strip()
    except Exception as error:
        raise ModelProblem(
            f"{settings.chat_model} could not answer ({tell(error, _SECONDS)}): check its name, key and address."
        ) from error
    if not said:
        raise ModelProblem(f"{settings.chat_model} could not answer (it said nothing): try another model.")
    return f"{settings.chat_model} answered in {time.perf_counter() - started:.1f} seconds. {disclose(settings)}"
