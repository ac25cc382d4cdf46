"""Filling the paper of a signed evaluation from what was signed."""

from flask_babel import force_locale
from flask_babel import gettext as _

from figures.evaluations.catalogue import INTERNAL
from figures.evaluations.document import ChangeLine, EvaluationPaper, FigureLine
from figures.evaluations.gathering import Told, numbers_of, told
from figures.evaluations.models import Evaluation, ProposedChange
from foundation import clock, words
from foundation.database import snapshot
from foundation.errors import NotFoundError
from foundation.letterhead import SheetHead
from foundation.money import Ore, format_kroner
from foundation.wording import format_day, format_number
from grants import queries as grants
from grants.letterhead import office_of


def figures_of(evaluation: Evaluation) -> list[Told]:
    """Give the figures as they were signed, or as they are now where nothing is signed."""
    if evaluation.figures is not None:
        return told(evaluation.figures)
    with snapshot():
        now = numbers_of(evaluation.measure_id, evaluation.year)
    return told({figure.value: number for figure, number in now.items()})


def for_everybody(figures: list[Told]) -> list[Told]:
    """Leave out the figures that are the office's own."""
    return [one for one in figures if one.defined.figure not in INTERNAL]


def paper_of(
    evaluation: Evaluation, language: str, *, whole: bool, notice: str | None
) -> EvaluationPaper:
    """Say a signed evaluation in one form of Norwegian. `whole`: also the office's own figures.

    Raises NotFoundError for one that is not signed.
    """
    if evaluation.signed_at is None or evaluation.signed_by is None:
        raise NotFoundError
    scheme, figures = grants.scheme(), figures_of(evaluation)
    signed_on = clock.in_oslo(evaluation.signed_at).date()
    with force_locale(language):
        return EvaluationPaper(
            head=SheetHead(
                language=language,
                office=office_of(grants.sender(), scheme.contact, language),
                code=f"{evaluation.measure.code}-{evaluation.year}-{evaluation.number}",
                dated=signed_on,
                notice=notice,
            ),
            scheme=scheme.name.in_(language),
            measure=f"{evaluation.measure.code} {evaluation.measure.name.in_(language)}",
            year=evaluation.year,
            number=evaluation.number,
            signed=str(
                _("%(name)s, %(day)s", name=evaluation.signed_by.name, day=format_day(signed_on))
            ),
            learnt=evaluation.learnt.in_(language),
            assessment=evaluation.assessment.in_(language),
            figures=tuple(
                _line(one, language) for one in (figures if whole else for_everybody(figures))
            ),
            changes=tuple(_change(one, language) for one in evaluation.proposals),
        )  # fmt: skip


def _line(one: Told, language: str) -> FigureLine:
    number = format_number(one.number)
    unit = one.defined.unit.in_(language)
    return FigureLine(
        name=one.defined.name.in_(language),
        said=format_kroner(Ore(one.number)) if one.is_money else f"{number} {unit}",
        definition=one.defined.definition.in_(language),
    )


def _change(one: ProposedChange, language: str) -> ChangeLine:
    standing = words.say(one.standing)
    if one.call is not None:
        standing = str(
            _("%(standing)s, tatt inn i %(call)s", standing=standing, call=one.call.title.in_(language))
        )
    return ChangeLine(
        change=one.change.in_(language), reason=one.reason.in_(language), standing=standing
    )
