"""What is typed into the question catalogue itself, outside any call."""

from flask_babel import gettext

from foundation.language import Bilingual
from grants.catalogue import QuestionSheet
from grants.forms.draft import versioned
from grants.forms.questions import ChangedWordsForm
from grants.forms.rows import code_field
from grants.forms.wording import WordsForm, filled_words
from grants.models import Scheme, Wording
from grants.wordings import sheet_of_wording


class FixedWordsForm(WordsForm):
    """Words that never change once they stand in the catalogue, so they are asked for whole."""

    def validate(self, extra_validators: object = None) -> bool:
        """Look at every field, and ask for both forms of Norwegian in every text."""
        if not super().validate(extra_validators):
            return False
        if all(text.is_whole for text in _texts(self.words(""))):
            return True
        self.form_errors.append(
            gettext("Alle tekstene må stå på bokmål og nynorsk før de legges i katalogen.")
        )
        return False


class NewWordingForm(FixedWordsForm, ChangedWordsForm):
    """A code's next wording, or a question with a code of its own that began as this one."""


class NewCodeForm(FixedWordsForm):
    """A question under a code that the catalogue does not have."""

    code = code_field()


def new_wording_form(newest: Wording) -> NewWordingForm:
    """Make the form of the next wording, filled with the newest."""
    stands = sheet_of_wording(newest)
    form = NewWordingForm(**versioned(newest, **filled_words(stands)))
    form.let_change(stands, polishing=False)
    form.offer_kinds()
    return form


def new_code_form(scheme: Scheme) -> NewCodeForm:
    """Make the empty form of a question under a new code."""
    form = NewCodeForm(**versioned(scheme, kind="text"))
    form.offer_kinds()
    return form


def _texts(sheet: QuestionSheet) -> list[Bilingual]:
    texts = [sheet.label, sheet.help, sheet.unit, *(one.label for one in sheet.choices)]
    for column in sheet.columns:
        texts += [column.label, *(one.label for one in column.choices)]
    return [text for text in texts if text is not None]
