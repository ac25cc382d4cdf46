"""Files that answer questions come with the other answers when these are saved."""

from flask import request
from werkzeug.datastructures import FileStorage, MultiDict

from accounts.identity import me
from applications import services
from applications.forms import QuestionsForm
from applications.models import Application
from applications.views.room import arrived


def with_files(sent: MultiDict[str, str] | None) -> MultiDict[str, str | FileStorage] | None:
    """Give what was sent, with the files. None: nothing sent."""
    if sent is None:
        return None
    whole: MultiDict[str, str | FileStorage] = MultiDict(sent.items(multi=True))
    for name, upload in request.files.items(multi=True):
        whole.add(name, upload)
    return whole


def take_files(application: Application, form: QuestionsForm) -> None:
    """Keep the files that were chosen, and take away those that were ticked. Raises RuleBrokenError."""
    for question, received in form.uploads():
        services.answer_with_file(
            application, question, received.stored,
            filename=received.filename, by=me(), at=arrived(),
        )  # fmt: skip
    ticked = form.removed()
    for attachment in application.attachments:
        if attachment.id in ticked and attachment.question_id is not None:
            services.remove_attachment(attachment, by=me(), at=arrived())
