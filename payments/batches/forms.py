"""What a controller chooses and types about batches and the bank."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from stdnum.no import orgnr
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, Regexp, ValidationError

from decisions.account import read_account
from foundation.fields import OsloDateField
from foundation.forms import FilterForm, Form
from grants.models import Call
from payments.batches.models import Payer
from payments.batches.selecting import Rule
from payments.batches.services import NewPayer
from payments.batches.services.answering import LONGEST_FINDING
from payments.batches.services.sending import LONGEST_REASON


class RuleForm(FilterForm):
    """What a batch is selected by. `today`: the last day that can be chosen, set by the page."""

    today: date = date.max
    due_by = OsloDateField(_l("Forfalt til og med"), [Optional()])
    call = SelectField(_l("Utlysning"), [Optional()])
    year = SelectField(_l("Budsjettår"), [Optional()])

    def offer(self, calls: Iterable[Call], years: Iterable[int], language: str) -> None:
        """Offer the calls and the years."""
        everything = ("", gettext("Alle"))
        self.call.choices = [everything, *((str(one.id), one.title.in_(language)) for one in calls)]
        self.year.choices = [everything, *((str(year), str(year)) for year in years)]

    def rule(self, today: date) -> Rule:
        """Give what was chosen; what cannot be chosen is told beside its field and limits nothing."""
        if not self.validate():
            return Rule(today)
        return Rule(
            due_by=self.due_by.data or today,
            call_id=int(self.call.data) if self.call.data else None,
            year=int(self.year.data) if self.year.data else None,
        )

    def validate_due_by(self, field: OsloDateField) -> None:
        """Refuse a date that lies ahead: what falls due then is not due."""
        if field.data and field.data > self.today:
            raise ValidationError(gettext("Velg en dato som ikke er senere enn i dag."))


class AttestForm(Form):
    """Making the batch that the page shows: the rule rides along in the address."""

    execute_on = OsloDateField(
        _l("Banken skal betale"),
        [InputRequired(_l("Velg dagen banken skal betale."))],
        description=_l(
            "Kommer filen fram en helligdag eller i helgen, betaler banken neste bankdag."
        ),
    )


class WithdrawForm(Form):
    """Why a batch is taken back."""

    reason = TextAreaField(
        _l("Begrunnelse"), [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_REASON)]
    )


class FindingForm(Form):
    """What was found out about a payment that came back."""

    finding = TextAreaField(
        _l("Hva fant du ut, og hva er gjort?"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_FINDING)],
    )


class UploadForm(Form):
    """A file from the bank."""

    file = FileField(
        _l("Fil fra banken"),
        [FileRequired(_l("Velg en fil."))],
        description=_l(
            "Statusrapport (pain.002), kontoutskrift (camt.053) eller varsel (camt.054)."
        ),
    )


class PayerForm(Form):
    """Whose account is drawn on."""

    name = StringField(
        _l("Navn på kontoeieren"), [InputRequired(_l("Skriv navnet.")), Length(max=70)]
    )
    organisation_number = StringField(
        _l("Organisasjonsnummer"), [InputRequired(_l("Skriv organisasjonsnummeret."))]
    )
    account_number = StringField(
        _l("Kontonummer"), [InputRequired(_l("Skriv kontonummeret, elleve siffer."))]
    )
    bic = StringField(
        _l("Bankens BIC"),
        [
            InputRequired(_l("Skriv bankens BIC.")),
            Regexp(
                r"^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$",
                message=_l("En BIC har 8 eller 11 tegn, for eksempel DNBANOKK."),
            ),
        ],
    )
    customer_id = StringField(
        _l("Kunde-id i banken"),
        [
            InputRequired(_l("Skriv kunde-id-en fra avtalen med banken.")),
            Regexp(
                r"^[A-Za-z0-9 -]{1,35}$", message=_l("Bruk bare bokstaver, tall og bindestrek.")
            ),
        ],
    )

    def validate_organisation_number(self, field: StringField) -> None:
        """Check the number's last digit."""
        field.data = orgnr.compact(field.data or "")
        if not orgnr.is_valid(field.data):
            raise ValidationError(gettext("Dette er ikke et gyldig organisasjonsnummer."))

    def validate_account_number(self, field: StringField) -> None:
        """Check the number's last digit."""
        digits = read_account(field.data or "")
        if digits is None:
            raise ValidationError(gettext("Dette er ikke et gyldig kontonummer."))
        field.data = digits

    def show(self, payer: Payer | None) -> None:
        """Show what holds now."""
        if payer is not None and not self.is_submitted():
            self.process(obj=payer)

    def new(self) -> NewPayer:
        """Give what was typed."""
        return NewPayer(
            name=self.name.data or "",
            organisation_number=self.organisation_number.data or "",
            account_number=self.account_number.data or "",
            bic=self.bic.data or "",
            customer_id=self.customer_id.data or "",
        )


class PeriodForm(FilterForm):
    """Which days are reconciled."""

    from_on = OsloDateField(_l("Fra og med"), [Optional()])
    to_on = OsloDateField(_l("Til og med"), [Optional()])

    def chosen(self) -> tuple[date | None, date | None]:
        """Give the days; what cannot be read limits nothing."""
        if not self.validate():
            return None, None
        return self.from_on.data, self.to_on.data
