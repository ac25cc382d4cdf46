"""What every form on a draft has in common: the version it was written against, texts in both forms."""

from typing import TypeVar

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from foundation.errors import StaleError
from foundation.forms import Form
from foundation.language import Bilingual
from grants.models import Call, Scheme, Sender, Wording

Value = TypeVar("Value")

LONGEST_LINE = 300
LONGEST_TEXT = 4000
LONGEST_SOURCE = 200


class VersionedForm(Form):
    """A form that knows which version of a row it was written against."""

    version = HiddenField()

    def refuse_stale(self, row: Call | Scheme | Sender | Wording) -> None:
        """Raise StaleError when the row changed after the page was opened. Call it on what was sent."""
        if self.version.data != str(row.version):
            raise StaleError

    def both(self, name: str) -> Bilingual:
        """Give what was typed in the two fields of a text."""
        return Bilingual(self[f"{name}_nb"].data or "", self[f"{name}_nn"].data or "")

    def both_or_none(self, name: str) -> Bilingual | None:
        """Give a text, or None when neither field was filled in."""
        text = self.both(name)
        return text if text.nb or text.nn else None


def versioned(row: Call | Scheme | Sender | Wording, **values: object) -> dict[str, object]:
    """Give what a form is filled with when it is opened; a Bilingual fills both its fields."""
    filled: dict[str, object] = {"version": str(row.version)}
    for name, value in values.items():
        if isinstance(value, Bilingual):
            filled |= {f"{name}_nb": value.nb, f"{name}_nn": value.nn}
        else:
            filled[name] = value
    return filled


def present(value: Value | None) -> Value:
    """Give what a field holds after InputRequired has seen to it."""
    if value is None:
        raise ValueError("the form was not validated")
    return value


def bokmal_line(label: str, message: str) -> StringField:
    """Ask for a short text in bokmål, which must be there."""
    return StringField(label, [DataRequired(message), Length(max=LONGEST_LINE)])


def nynorsk_line(label: str) -> StringField:
    """Ask for a short text in nynorsk; a draft may wait for it, a published call may not."""
    return StringField(label, [Length(max=LONGEST_LINE)], render_kw={"lang": "nn"})


def bokmal_text(label: str, message: str) -> TextAreaField:
    """Ask for a text in bokmål, which must be there."""
    return TextAreaField(label, [DataRequired(message), Length(max=LONGEST_TEXT)])


def nynorsk_text(label: str) -> TextAreaField:
    """Ask for a text in nynorsk; a draft may wait for it, a published call may not."""
    return TextAreaField(label, [Length(max=LONGEST_TEXT)], render_kw={"lang": "nn"})


def optional_text(label: str) -> TextAreaField:
    """Ask for a text that may be left out altogether."""
    return TextAreaField(label, [Optional(), Length(max=LONGEST_TEXT)])


def source_field() -> StringField:
    """Ask for the document that a row rests on, if any."""
    return StringField(_l("Kilde"), [Optional(), Length(max=LONGEST_SOURCE)])
