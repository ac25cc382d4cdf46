"""When a question of a call is asked: the earlier question it looks at, and which answers."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import Field, RadioField, SelectField
from wtforms.validators import InputRequired, ValidationError

from criteria.asking import CHOOSING, ShownWhen, Test
from criteria.completeness import DECLARED
from foundation.fields import CheckboxesField, MoneyField, WholeNumberField
from foundation.forms import choices_of
from grants import rows
from grants.catalogue import testable
from grants.forms.draft import VersionedForm, versioned
from grants.models import Call, Question, QuestionKind
from grants.shown import said
from grants.wordings import sheet_of

COMPARING = tuple(test for test in Test if test not in CHOOSING)


class PickForm(VersionedForm):
    """The earlier question that a condition looks at."""

    on = SelectField(_l("Spørsmålet skal bare vises ved et bestemt svar på"))


class ChosenForm(VersionedForm):
    """A condition on choices."""

    test = RadioField(_l("Vises når svaret"), [InputRequired(_l("Velg når."))])
    values = CheckboxesField(_l("Svar"))

    def validate_values(self, field: Field) -> None:
        """Ask for at least one of the answers."""
        if not field.data:
            raise ValidationError(gettext("Velg minst ett svar."))

    def condition(self, on: Question) -> ShownWhen:
        """Give the condition as it was typed. Only after validation."""
        return ShownWhen(on.code, Test(self.test.data), " ".join(self.values.data or []))


class ComparedForm(VersionedForm):
    """A condition on a number or an amount; which of them, the field `value` says."""

    test = RadioField(_l("Vises når svaret"), [InputRequired(_l("Velg når."))])

    def condition(self, on: Question) -> ShownWhen:
        """Give the condition as it was typed. Only after validation."""
        return ShownWhen(on.code, Test(self.test.data), str(self["value"].data))


class NumberForm(ComparedForm):
    """A condition on a number."""

    value = WholeNumberField(_l("Tall"), [InputRequired(_l("Skriv et tall."))])


class AmountForm(ComparedForm):
    """A condition on an amount."""

    value = MoneyField(_l("Beløp"), [InputRequired(_l("Skriv et beløp."))])


class DeclaredForm(VersionedForm):
    """A condition on a declaration: there is only one answer to wait for."""

    def condition(self, on: Question) -> ShownWhen:
        """Give the condition that the declaration is made."""
        return ShownWhen(on.code, Test.ANY_OF, DECLARED)


def pick_form(call: Call, question: Question) -> PickForm:
    """Make the form that picks the earlier question; only those whose answers can be tested."""
    form = PickForm(**versioned(call, on=question.when_code or ""))
    form.on.choices = [
        (one.code, f"{one.code}: {said(one.label)}") for one in earlier(call, question)
    ]
    return form


def earlier(call: Call, question: Question) -> list[Question]:
    """Give the questions before one whose answers a condition can look at."""
    ordered = rows.in_order(call.asking(question.purpose))
    before = ordered[: ordered.index(question)]
    return [one for one in before if testable(sheet_of(one)).offers != ()]


def condition_form(
    call: Call, question: Question, on: Question
) -> ChosenForm | ComparedForm | DeclaredForm:
    """Make the form of a condition on an earlier question, with what stands when it looks there already."""
    stands = question.shown_when if question.when_code == on.code else None
    test = stands.test.value if stands else None
    if on.kind is QuestionKind.DECLARATION:
        return DeclaredForm(**versioned(call))
    if on.choices:
        chosen = stands.value.split() if stands else []
        form = ChosenForm(**versioned(call, test=test or Test.ANY_OF.value, values=chosen))
        form.test.choices = choices_of(sorted(CHOOSING))
        form.values.choices = [(one.value, said(one.label)) for one in on.choices]
        return form
    kind: type[ComparedForm] = AmountForm if on.kind is QuestionKind.MONEY else NumberForm
    value = int(stands.value) if stands else None
    number = kind(**versioned(call, test=test or Test.AT_LEAST.value, value=value))
    number.test.choices = choices_of(COMPARING)
    return number
