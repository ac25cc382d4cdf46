"""What a page of questions tells about when each is asked, to people and to the script that follows along."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from accounts.queries import inhabitants_of
from applications import facts
from applications.documents import answering
from applications.foreknown import told
from applications.models import Application
from applications.saidbefore import said_before, told_before
from foundation import clock
from grants.models import Question
from grants.shown import conditions
from grants.sizeguidance import SizeGuidance


@dataclass(frozen=True, slots=True)
class OnPage:
    """When a question is asked, in words and as data; and whether it is, with the answers as they stand.

    `kept`: something is answered, also when it does not count. `known`: what we know of it, and from where;
    `taken` is how many rows of that can be taken into a table. `guidance`: for a lead of its size.
    """

    when: str
    data: dict[str, object] | None
    asked: bool
    kept: bool
    known: str
    taken: int = 0
    guidance: SizeGuidance | None = None


def on_page(application: Application, questions: list[Question]) -> dict[str, OnPage]:
    """Tell when each question is asked, by its code."""
    answered = {one.question_id for one in application.answers}
    kept = answered | {one.id for one in questions if answering(application, one)}
    today = clock.today()
    said = said_before(application, questions, today)
    values = {one.question_id: one.value for one in application.answers}
    before = {one.code: told_before(one, said, values.get(one.id, "")) for one in questions}
    known = {one.code: told(application, one, today) or before[one.code][0] for one in questions}
    shown = in_set(application.call.questions, questions, facts.asked_codes(application), kept, known)
    suited = _suited(application, questions, today.year)
    return {
        code: replace(one, taken=before[code][1], guidance=suited.get(code))
        for code, one in shown.items()
    }


def _suited(
    application: Application, questions: Iterable[Question], year: int
) -> dict[str, SizeGuidance]:
    """Give the guidance that is for a lead of its size, by the question's code.

    A form that nobody applies with yet, as its administrator tries it, shows all there is.
    """
    found = {one.code: one.size_guidance for one in questions if one.size_guidance is not None}
    if not application.partners:
        return found
    size = inhabitants_of(facts.lead_of(application).organisation, year)
    return {code: one for code, one in found.items() if one.suits(size)}


def in_set(
    whole: Sequence[Question],
    questions: Iterable[Question],
    asked: Collection[str],
    kept: Collection[int],
    known: Mapping[str, str],
) -> dict[str, OnPage]:
    """Tell when each of some questions of a whole set is asked, by its code.

    `asked`: the codes that are asked as the answers stand; `kept`: the ids of those that are answered;
    `known`: what we know of some, by code.
    """
    whens = conditions(whole)
    numbers = {one.code: one.id for one in whole}
    return {
        one.code: OnPage(
            when=whens.get(one.code, ""),
            data=_data(one, numbers),
            asked=one.code in asked,
            kept=one.id in kept,
            known=known.get(one.code, ""),
        )
        for one in questions
    }


def _data(question: Question, numbers: dict[str, int]) -> dict[str, object] | None:
    condition = question.shown_when
    if condition is None:
        return None
    return {
        "on": numbers.get(condition.code),
        "test": condition.test.value,
        "value": condition.value,
    }
