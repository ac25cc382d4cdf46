"""The field of each kind of question, and the two of «ikke relevant, fordi …»."""

from collections.abc import Callable
from datetime import date

from flask_babel import gettext as _
from wtforms import BooleanField, Field, RadioField, TextAreaField
from wtforms.validators import NumberRange, Optional, ValidationError

from applications.answering import LONGEST_ANSWER, LONGEST_REASON
from applications.forms.filesfield import FilesField
from applications.forms.parts import Counted, MayWait, Room
from applications.forms.tablefield import TableField
from criteria.completeness import DECLARED
from foundation.fields import CheckboxesField, MoneyField, OsloDateField, WholeNumberField
from foundation.forms import Form
from foundation.money import Ore, format_kroner
from foundation.showing import show_text
from grants.models import Question, QuestionKind

IRRELEVANT, BECAUSE, REMOVE = "-irrelevant", "-because", "-remove"


class AndReason:
    """Keeps a tick and its reason together: neither says anything without the other."""

    def __init__(self, tick: str) -> None:
        """Look at the tick of this name."""
        self.tick = tick

    def __call__(self, form: Form, field: Field) -> None:
        """Ask for the reason of a tick, and for the tick of a reason."""
        if form[self.tick].data and not field.data:
            raise ValidationError(_("Skriv hvorfor spørsmålet ikke er relevant."))
        if field.data and not form[self.tick].data:
            raise ValidationError(
                _("Kryss av for at spørsmålet ikke er relevant, eller ta bort begrunnelsen.")
            )


def field_name(question: Question) -> str:
    """Give the name and id of a question's field on the page."""
    return f"q-{question.id}"


def field_for(question: Question) -> Field:
    """Make the field that a question is answered in."""
    return _MAKE[question.kind](question)


def irrelevant_fields(question: Question) -> dict[str, Field]:
    """Make the tick and the reason of «ikke relevant, fordi …»; their labels name the question."""
    name, label = field_name(question), show_text(question.label)
    return {
        f"{name}{IRRELEVANT}": BooleanField(_("Ikke relevant: %(question)s", question=label)),
        f"{name}{BECAUSE}": TextAreaField(
            _("Hvorfor ikke relevant: %(question)s", question=label),
            [AndReason(f"{name}{IRRELEVANT}"), Room(LONGEST_REASON)],
        ),
    }


def shown_in(question: Question, answer: str) -> object:
    """Give a kept answer as its field's data."""
    return _SHOWN[question.kind](answer)


_SHOWN: dict[QuestionKind, Callable[[str], object]] = {
    QuestionKind.TEXT: lambda answer: answer,
    QuestionKind.NUMBER: lambda answer: int(answer) if answer else None,
    QuestionKind.MONEY: lambda answer: Ore(int(answer)) if answer else None,
    QuestionKind.CHOICE: lambda answer: answer or None,
    QuestionKind.CHOICES: lambda answer: answer.split(),
    QuestionKind.TABLE: lambda answer: answer,
    QuestionKind.DATE: lambda answer: date.fromisoformat(answer) if answer else None,
    QuestionKind.FILE: lambda _answer: None,
    QuestionKind.DECLARATION: lambda answer: answer == DECLARED,
}


def _text(question: Question) -> Field:
    counted = [Counted(question.max_chars)] if question.max_chars else []
    return TextAreaField(
        _label(question), [_may_wait(question), *counted, Room(LONGEST_ANSWER)],
        description=_hint(question),
    )  # fmt: skip


def _number(question: Question) -> Field:
    bounds = _bounds(question, str)
    return WholeNumberField(
        _label(question), [_may_wait(question), *bounds], description=_hint(question)
    )


def _money(question: Question) -> Field:
    bounds = _bounds(question, lambda bound: format_kroner(Ore(bound)))
    field: Field = MoneyField(
        _label(question), [_may_wait(question), *bounds], description=_hint(question)
    )
    return field


def _date(question: Question) -> Field:
    return OsloDateField(_label(question), [_may_wait(question)], description=_hint(question))


def _choice(question: Question) -> Field:
    return RadioField(_label(question), [_may_wait(question)], description=_hint(question))


def _several(question: Question) -> Field:
    return CheckboxesField(_label(question), [_may_wait(question)], description=_hint(question))


def _table(question: Question) -> Field:
    return TableField(_label(question), description=_hint(question), columns=question.columns)


def _file(question: Question) -> Field:
    return FilesField(_label(question), description=_hint(question))


def _declaration(question: Question) -> Field:
    return BooleanField(_label(question), description=_hint(question))


_MAKE: dict[QuestionKind, Callable[[Question], Field]] = {
    QuestionKind.TEXT: _text,
    QuestionKind.NUMBER: _number,
    QuestionKind.MONEY: _money,
    QuestionKind.DATE: _date,
    QuestionKind.CHOICE: _choice,
    QuestionKind.CHOICES: _several,
    QuestionKind.TABLE: _table,
    QuestionKind.FILE: _file,
    QuestionKind.DECLARATION: _declaration,
}


def _label(question: Question) -> str:
    return show_text(question.label)


def _hint(question: Question) -> str:
    return show_text(question.help) if question.help else ""


def _may_wait(question: Question) -> Optional:
    """Let the answer wait; one that is never asked for is told as optional."""
    return MayWait() if question.required else Optional()


def _bounds(question: Question, written: Callable[[int], str]) -> list[NumberRange]:
    lowest, highest = question.lowest, question.highest
    bounds = []
    if lowest is not None:
        least = _("Svaret må være minst %(lowest)s.", lowest=written(lowest))
        bounds.append(NumberRange(min=lowest, message=least))
    if highest is not None:
        most = _("Svaret må være høyst %(highest)s.", highest=written(highest))
        bounds.append(NumberRange(max=highest, message=most))
    return bounds
