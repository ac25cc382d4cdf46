"""Files that answer a question: examined and stored while the form is looked over."""

from typing import NamedTuple

from werkzeug.datastructures import FileStorage
from wtforms import MultipleFileField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from applications.documents import file_name
from foundation import files, words
from foundation.errors import RuleBrokenError
from foundation.files import Stored


class Received(NamedTuple):
    """A file that was examined and stored, and the name that its owner gave it."""

    stored: Stored
    filename: str


class FilesField(MultipleFileField):
    """Any number of files. What is not taken in says why, beside the field."""

    @property
    def received(self) -> list[Received]:
        """The files that were chosen. Only after validation."""
        return list(self._received)

    def pre_validate(self, form: BaseForm) -> None:
        """Look into each file by its content, and store it."""
        del form
        self._received = [
            _received(upload)
            for upload in self.data or []
            if isinstance(upload, FileStorage) and upload.filename
        ]


def _received(upload: FileStorage) -> Received:
    name = file_name(upload.filename)
    try:
        return Received(files.store().receive(upload.stream), name)
    except RuleBrokenError as error:
        text = words.say(error.reason, **error.values)
        raise ValidationError(f"{name}: {text}") from error
