"""Forms that send cases back to assessment."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length

from assessments.models import ProposalLine
from assessments.services import Return
from foundation.fields import CheckboxesField
from foundation.forms import Form, choices_of
from foundation.wording import format_number

LONGEST_REASON = 4000


class ReturnForm(Form):
    """How a case is read again, and why."""

    how = RadioField(_l("Hva som skal skje"), [InputRequired(_l("Velg hva som skal skje."))])
    reason = TextAreaField(
        _l("Begrunnelse"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_REASON)],
    )

    def offer(self) -> None:
        """Offer the ways, in the reader's language."""
        self.how.choices = choices_of(Return)


class NearLineForm(Form):
    """Which cases a third reads, and why."""

    cases = CheckboxesField(
        _l("Saker som skal leses av en tredje"),
        [InputRequired(_l("Kryss av for minst én sak."))],
        coerce=int,
    )
    reason = TextAreaField(
        _l("Begrunnelse"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_REASON)],
    )

    def offer(self, lines: Iterable[ProposalLine]) -> None:
        """Offer the cases by number, title and score."""
        self.cases.choices = [
            (
                one.application_id,
                f"{one.application.case_number} {one.application.title} ({format_number(one.score)})",
            )
            for one in lines
        ]
