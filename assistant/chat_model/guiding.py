"""What the model makes of a question, found out while what the rules make of it is already being answered."""

from concurrent.futures import Future
from threading import Thread

from langchain_core.language_models import BaseChatModel

from assistant.chat_model.following import follow_up
from assistant.chat_model.planning import choose_plan
from assistant.conversation import Conversation
from assistant.question import Question
from corpus.library import Library


def guide(
    question: Question, conversation: Conversation, library: Library, model: BaseChatModel | None
) -> "Future[Question]":
    """The question as the model understands it, when it has; the same without one, or where the rules know or it fails.

    Nobody waits for it before an answer begins. The model's own time-out bounds how long it takes.
    """
    found: Future[Question] = Future()
    if model is None:
        found.set_result(question)
        return found

    def find_out() -> None:
        try:
            found.set_result(choose_plan(follow_up(question, conversation, library, model), library, model))
        except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
            found.set_exception(error)

    Thread(target=find_out, name="guide", daemon=True).start()
    return found
