"""What is typed about a row of a call: activity, condition, document, step of the payment plan."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, StringField, ValidationError
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp

from criteria.instalments import LAST_DAY, OF_A_CALL, Trigger
from foundation.fields import WholeNumberField
from foundation.forms import choices_of
from foundation.wording import MONTHS
from grants.catalogue import ActivitySheet, AttachmentSheet, ConditionSheet
from grants.forms.draft import (
    VersionedForm,
    bokmal_line,
    bokmal_text,
    nynorsk_line,
    nynorsk_text,
    optional_text,
    present,
    source_field,
    versioned,
)
from grants.models import Activity, Call, Condition, PlanStep, RequiredAttachment

SUPPORTED = "supported"
UNSUPPORTED = "unsupported"


def code_field(longest: int = 20) -> StringField:
    """Ask for a code that lists, letters and statistics share."""
    return StringField(
        _l("Kode"),
        [
            InputRequired(_l("Skriv en kode.")),
            Length(max=longest),
            Regexp(r"^[\w.-]+$", message=_l("Bruk bokstaver, tall, punktum og bindestrek.")),
        ],
    )


class ActivityForm(VersionedForm):
    """What the grant may be used for, or may not, and then why."""

    code = code_field()
    support = RadioField(
        _l("Dekkes dette av tilskuddet?"),
        [InputRequired(_l("Velg ja eller nei."))],
    )
    text_nb = bokmal_text(_l("Tekst (bokmål)"), _l("Skriv hva det er."))
    text_nn = nynorsk_text(_l("Tekst (nynorsk)"))
    reason_nb = optional_text(_l("Grunn til at det ikke dekkes (bokmål)"))
    reason_nn = optional_text(_l("Grunn til at det ikke dekkes (nynorsk)"))
    source = source_field()

    @property
    def sheet(self) -> ActivitySheet:
        """The activity as it was typed. Only after validation."""
        supported = self.support.data == SUPPORTED
        return ActivitySheet(
            code=self.code.data or "",
            text=self.both("text"),
            supported=supported,
            reason=None if supported else self.both_or_none("reason"),
            source=self.source.data or "",
        )


class ConditionForm(VersionedForm):
    """A condition of every grant."""

    code = code_field()
    title_nb = bokmal_line(_l("Tittel (bokmål)"), _l("Skriv en tittel."))
    title_nn = nynorsk_line(_l("Tittel (nynorsk)"))
    text_nb = bokmal_text(_l("Tekst (bokmål)"), _l("Skriv vilkåret."))
    text_nn = nynorsk_text(_l("Tekst (nynorsk)"))
    source = source_field()

    @property
    def sheet(self) -> ConditionSheet:
        """The condition as it was typed. Only after validation."""
        return ConditionSheet(
            self.code.data or "", self.both("title"), self.both("text"), self.source.data or ""
        )


class AttachmentForm(VersionedForm):
    """A document that applications must have with them."""

    code = code_field(longest=40)
    label_nb = bokmal_line(_l("Navn på vedlegget (bokmål)"), _l("Skriv hva vedlegget er."))
    label_nn = nynorsk_line(_l("Navn på vedlegget (nynorsk)"))

    @property
    def sheet(self) -> AttachmentSheet:
        """The document as it was typed. Only after validation."""
        return AttachmentSheet(self.code.data or "", self.both("label"))


class PlanStepForm(VersionedForm):
    """A step of the payment plan: how much, and when."""

    percent = WholeNumberField(
        _l("Del av tilskuddet for året"),
        [
            InputRequired(_l("Skriv prosenten.")),
            NumberRange(1, 100, _l("Prosenten må være mellom 1 og 100.")),
        ],
    )
    trigger = RadioField(_l("Betales ut"), [InputRequired(_l("Velg når."))])

    month = SelectField(
        _l("Måned"),
        [Optional()],
        coerce=int,
        choices={str(number): name for number, name in enumerate(MONTHS, start=1)},
    )
    day = WholeNumberField(
        _l("Dag"),
        [Optional(), NumberRange(1, LAST_DAY, _l("Skriv en dag fra 1 til 28."))],
        description=_l("Skriv måned og dag når delen betales på en bestemt dato i budsjettåret."),
    )

    def validate_day(self, field: WholeNumberField) -> None:
        """Ask for the day of what is paid on a date."""
        if self.trigger.data == Trigger.ON_DATE and field.data is None:
            raise ValidationError(str(_l("Skriv hvilken dag delen betales.")))

    def offer_triggers(self) -> None:
        """Offer everything that can release a payment by a call's plan."""
        self.trigger.choices = choices_of(OF_A_CALL)

    @property
    def share(self) -> int:
        """The percent. Only after validation."""
        return present(self.percent.data)

    @property
    def moment(self) -> Trigger:
        """What releases the payment. Only after validation."""
        return Trigger(self.trigger.data)

    @property
    def on(self) -> tuple[int, int] | None:
        """Month and day of what is paid on a date. Only after validation."""
        return (self.month.data, self.day.data) if self.day.data else None


def activity_form(call: Call, row: Activity | None) -> ActivityForm:
    """Make the form of an activity, empty for a new one."""
    form = ActivityForm(**versioned(call, **_filled(row)))
    form.support.choices = [
        (SUPPORTED, gettext("Ja, det kan få støtte")),
        (UNSUPPORTED, gettext("Nei, det dekkes ikke")),
    ]
    return form


def condition_form(call: Call, row: Condition | None) -> ConditionForm:
    """Make the form of a condition, empty for a new one."""
    if row is None:
        return ConditionForm(**versioned(call))
    return ConditionForm(
        **versioned(call, code=row.code, title=row.title, text=row.text, source=row.source)
    )


def attachment_form(call: Call, row: RequiredAttachment | None) -> AttachmentForm:
    """Make the form of a document, empty for a new one."""
    if row is None:
        return AttachmentForm(**versioned(call))
    return AttachmentForm(**versioned(call, code=row.code, label=row.label))


def plan_step_form(call: Call, row: PlanStep | None) -> PlanStepForm:
    """Make the form of a payment step, empty for a new one."""
    filled: dict[str, object] = {"month": 1}
    if row is not None:
        filled = {
            "percent": row.percent,
            "trigger": row.trigger.value,
            "month": row.month or 1,
            "day": row.day,
        }
    form = PlanStepForm(**versioned(call, **filled))
    form.offer_triggers()
    return form


def _filled(row: Activity | None) -> dict[str, object]:
    if row is None:
        return {"support": SUPPORTED}
    return {
        "code": row.code,
        "support": SUPPORTED if row.supported else UNSUPPORTED,
        "text": row.text,
        "reason": row.reason,
        "source": row.source,
    }
