"""What is typed about one rule of a call: a number, an amount, a word or a line, and its note."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, StringField
from wtforms.validators import InputRequired, Length, Optional

from foundation.fields import MoneyField, WholeNumberField
from foundation.forms import choices_of
from foundation.money import Ore
from grants import rules
from grants.forms.draft import VersionedForm, bokmal_text, nynorsk_text, versioned
from grants.models import Call, CallRule
from grants.services import LONGEST_VALUE, RuleSetting


class RuleForm(VersionedForm):
    """A rule's note and mark; the forms below add its value."""

    note_nb = bokmal_text(_l("Merknad (bokmål)"), _l("Skriv hva regelen betyr."))
    note_nn = nynorsk_text(_l("Merknad (nynorsk)"))
    chosen = BooleanField(_l("Forvalteren har valgt verdien"))

    @property
    def setting(self) -> RuleSetting:
        """The rule as it was typed. Only after validation."""
        return RuleSetting(self._value(), self.both("note"), self.chosen.data)

    def _value(self) -> str:
        raise NotImplementedError


class NumberRuleForm(RuleForm):
    """A rule that is a whole number; empty is no limit."""

    value = WholeNumberField(_l("Verdi"), [Optional()])

    def _value(self) -> str:
        return "" if self.value.data is None else str(self.value.data)


class AmountRuleForm(RuleForm):
    """A rule that is an amount; empty is no limit."""

    value = MoneyField(_l("Beløp"), [Optional()])

    def _value(self) -> str:
        return "" if self.value.data is None else str(self.value.data)


class WordRuleForm(RuleForm):
    """A rule that is one of a few words."""

    value = RadioField(_l("Verdi"), [InputRequired(_l("Velg ett."))])

    def _value(self) -> str:
        return str(self.value.data)


class TextRuleForm(RuleForm):
    """A rule that the administrator words; empty is none."""

    value = StringField(_l("Ord"), [Optional(), Length(max=LONGEST_VALUE)])

    def _value(self) -> str:
        return (self.value.data or "").strip()


def rule_form(call: Call, rule: CallRule) -> RuleForm:
    """Make the form that fits a rule, filled with the rule as it stands."""
    filled = versioned(call, note=rule.note, chosen=rule.chosen_by_administrator)
    if rule.key in rules.WORDS:
        form = WordRuleForm(value=rule.value, **filled)
        form.value.choices = choices_of(rules.WORDS[rule.key])
        return form
    if rule.key in rules.TEXTS:
        return TextRuleForm(value=rule.value, **filled)
    number = int(rule.value) if rule.value else None
    if rule.key in rules.AMOUNTS:
        return AmountRuleForm(value=None if number is None else Ore(number), **filled)
    return NumberRuleForm(value=number, **filled)
