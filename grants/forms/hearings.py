"""What is typed in a hearing: what is asked and until when, what is said, and what is answered."""

from collections.abc import Iterable
from textwrap import shorten

from flask_babel import lazy_gettext as _l
from wtforms import RadioField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from accounts.models import Organisation
from foundation.fields import CheckboxesField, OsloDateField
from foundation.forms import Form, choices_of
from foundation.language import Bilingual
from grants.forms.draft import LONGEST_TEXT, VersionedForm
from grants.hearings.models import HearingComment, Outcome

_WROTE = 80
"""How much of a comment is enough to know it by."""


def _both_forms(nb: str, nn: str, missing_nb: str, missing_nn: str) -> tuple[TextAreaField, ...]:
    return (
        TextAreaField(nb, [DataRequired(missing_nb), Length(max=LONGEST_TEXT)]),
        TextAreaField(
            nn, [DataRequired(missing_nn), Length(max=LONGEST_TEXT)], render_kw={"lang": "nn"}
        ),
    )


class OpenHearingForm(VersionedForm):
    """What the office asks about, and until when."""

    asked_nb, asked_nn = _both_forms(
        _l("Hva dere ber om innspill til (bokmål)"),
        _l("Hva dere ber om innspill til (nynorsk)"),
        _l("Skriv hva dere ber om innspill til, på bokmål."),
        _l("Skriv hva dere ber om innspill til, på nynorsk."),
    )
    closes_on = OsloDateField(
        _l("Siste dag for innspill"),
        [InputRequired(_l("Skriv siste dag for innspill."))],
        description=_l("Høringen er åpen til kl. 23:59:59 den dagen, norsk tid."),
    )


class CommentForm(Form):
    """What an organisation says."""

    organisation = RadioField(_l("Hvem uttaler seg?"), coerce=int)
    text = TextAreaField(
        _l("Innspill"),
        [DataRequired(_l("Skriv innspillet.")), Length(max=LONGEST_TEXT)],
        description=_l(
            "Innspillet er et saksdokument. Når høringen er avsluttet, blir det offentlig her med navnet på "
            "organisasjonen og uten navnet ditt. Noen kan be om innsyn før det (offentleglova § 3). Skriv "
            "derfor ikke om enkeltpersoner, og ikke forretningshemmeligheter."
        ),
    )

    def offer(self, organisations: Iterable[Organisation]) -> None:
        """Offer the organisations that the person speaks for."""
        own = list(organisations)
        self.organisation.choices = [(one.id, one.name) for one in own]
        if self.organisation.data is None and len(own) == 1:
            self.organisation.data = own[0].id


class AnswerForm(Form):
    """What was done with some comments, and why."""

    comments = CheckboxesField(
        _l("Hvilke innspill svaret gjelder"), [InputRequired(_l("Velg minst ett innspill."))], coerce=int
    )
    outcome = RadioField(_l("Hva er gjort?"), [InputRequired(_l("Velg hva som er gjort."))])
    reason_nb, reason_nn = _both_forms(
        _l("Begrunnelse (bokmål)"),
        _l("Begrunnelse (nynorsk)"),
        _l("Skriv begrunnelsen på bokmål."),
        _l("Skriv begrunnelsen på nynorsk."),
    )

    def offer(self, comments: Iterable[HearingComment], codes: dict[int | None, str]) -> None:
        """Offer the comments, each by who said it, of what, and how it begins."""
        self.comments.choices = [
            (one.id, f"{one.organisation.name}, {codes[one.point_id]}: {_beginning(one.text)}")
            for one in comments
        ]
        self.outcome.choices = choices_of(Outcome)

    @property
    def reason(self) -> Bilingual:
        """What was typed. Only after validation."""
        return Bilingual(self.reason_nb.data or "", self.reason_nn.data or "")


class SummaryForm(Form):
    """What came of the hearing as a whole."""

    summary_nb, summary_nn = _both_forms(
        _l("Oppsummering (bokmål)"),
        _l("Oppsummering (nynorsk)"),
        _l("Skriv oppsummeringen på bokmål."),
        _l("Skriv oppsummeringen på nynorsk."),
    )

    @property
    def summary(self) -> Bilingual:
        """What was typed. Only after validation."""
        return Bilingual(self.summary_nb.data or "", self.summary_nn.data or "")


def _beginning(text: str) -> str:
    return shorten(text, _WROTE, placeholder=" …")
