"""What the system knows of that which a question asks: the answer to begin with, and where it is from.

A later room registers what it knows by the question's code. The answer is the applicant's own: it may be
written over, and what is known stands beside it with its source.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from applications.models import Application, PartnerRole
from foundation.money import Ore, format_kroner
from grants.models import Call, Question


@dataclass(frozen=True, slots=True)
class Known:
    """An amount that is known, of a budget year in an earlier case."""

    case_number: str
    year: int
    amount: Ore


Loader = Callable[[int, date], list[Known]]
"""Gives what is known of an organisation on a day in Oslo."""

_LOADERS: dict[str, Loader] = {}


def register(code: str, loader: Loader) -> None:
    """Know what a question asks of whoever leads an application; the same code twice is one."""
    _LOADERS[code] = loader


def is_foreknown(question: Question) -> bool:
    """Tell whether the answer is known here, so that last year's need not come along."""
    return question.code in _LOADERS


def first_answers(call: Call, lead_id: int, on: date) -> Iterator[tuple[Question, str]]:
    """Give the questions of a call that begin with an answer, with it as answers are kept."""
    for question in call.questions:
        if question.code in _LOADERS:
            known = _LOADERS[question.code](lead_id, on)
            yield question, str(sum(one.amount for one in known))


def told(application: Application, question: Question, on: date) -> str:
    """Say what is known of what a question asks, and from where; nothing where nothing is."""
    lead = next((one for one in application.partners if one.role is PartnerRole.LEAD), None)
    loader = _LOADERS.get(question.code)
    if lead is None or loader is None:
        return ""
    known = loader(lead.organisation_id, on)
    if not known:
        return str(_("Etter hovedboka og årsrapportene er ingenting ubrukt."))
    lines = [
        _("%(amount)s fra %(year)s i sak %(number)s", amount=format_kroner(one.amount),
          year=one.year, number=one.case_number)
        for one in known
    ]  # fmt: skip
    return str(_("Etter hovedboka og årsrapportene: %(known)s.", known=", ".join(lines)))
