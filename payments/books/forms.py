"""What a controller types to move money, to take a movement back, and to close a month."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from criteria.moving import Move, Place
from foundation.fields import MoneyField
from foundation.forms import Form
from foundation.money import NOTHING
from grants.models import BudgetPost
from payments.books.recording import LONGEST_AUTHORITY
from payments.postnames import post_name

LONGEST_REASON = 180


class MoveForm(Form):
    """Money that leaves a post and year for another."""

    source_post = SelectField(_l("Fra post"), [InputRequired()], coerce=int)
    source_year = SelectField(_l("Fra år"), [InputRequired()], coerce=int)
    target_post = SelectField(_l("Til post"), [InputRequired()], coerce=int)
    target_year = SelectField(_l("Til år"), [InputRequired()], coerce=int)
    amount = MoneyField(_l("Beløp"), [InputRequired(_l("Skriv beløpet."))])
    authority = StringField(
        _l("Hjemmel"),
        [
            InputRequired(_l("Skriv hvilket vedtak som gir adgang til det.")),
            Length(max=LONGEST_AUTHORITY),
        ],
        description=_l("For eksempel stortingsvedtaket eller brevet, med dato."),
    )

    def offer(self, posts: Iterable[BudgetPost], years: Iterable[int]) -> None:
        """Offer the posts and the scheme's years."""
        self.source_post.choices = [(one.id, post_name(one)) for one in posts]
        self.target_post.choices = self.source_post.choices
        self.source_year.choices = [(year, str(year)) for year in years]
        self.target_year.choices = self.source_year.choices

    def move(self) -> Move:
        """Give what was typed."""
        return Move(
            Place(self.source_post.data, self.source_year.data),
            Place(self.target_post.data, self.target_year.data),
            self.amount.data or NOTHING,
            self.authority.data or "",
        )


class CarryOverForm(Form):
    """Unused money of a post, taken along to the next year; its authority is a document."""

    post = SelectField(_l("Post"), [InputRequired()], coerce=int)
    year = SelectField(_l("Fra år"), [InputRequired()], coerce=int)
    amount = MoneyField(_l("Beløp"), [InputRequired(_l("Skriv beløpet."))])
    authority = StringField(
        _l("Hjemmel"),
        [
            InputRequired(_l("Skriv hvilket vedtak som gir adgang til det.")),
            Length(max=LONGEST_AUTHORITY),
        ],
        description=_l("For eksempel samtykket fra departementet, med dato og saksnummer."),
    )
    document = FileField(
        _l("Dokumentet som gir adgang"),
        [Optional()],
        description=_l("PDF, Word, Excel, OpenDocument, PNG eller JPEG."),
    )

    def offer(self, posts: Iterable[BudgetPost], years: Iterable[int]) -> None:
        """Offer the posts, and the years that have a year after them."""
        self.post.choices = [(one.id, post_name(one)) for one in posts]
        self.year.choices = [(year, str(year)) for year in list(years)[:-1]]

    def move(self) -> Move:
        """Give what was typed."""
        return Move(
            Place(self.post.data, self.year.data),
            Place(self.post.data, self.year.data + 1),
            self.amount.data or NOTHING,
            self.authority.data or "",
        )


class TakeBackForm(Form):
    """Why a movement is taken back."""

    reason = TextAreaField(
        _l("Begrunnelse"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_REASON)],
        description=_l("Begrunnelsen står i hovedboka og kan ikke endres."),
    )


class CloseForm(Form):
    """A month is closed. The month rides along, so that a page left open closes no other."""

    month = HiddenField(validators=[InputRequired()])
