"""What of a draft can be commented on: each criterion with its guidance, each rule as a sentence."""

from collections.abc import Iterator

from foundation.language import BOKMAL, LANGUAGES, NYNORSK, Bilingual
from grants.hearings.models import HearingPoint, PointKind
from grants.models import Call, Criterion
from grants.rulesheet import chapters_of, criterion_said


def points_of(call: Call) -> list[HearingPoint]:
    """Write down a draft's criteria and rules as they are now; needs the call whole."""
    found = [*_criteria(call), *_rules(call)]
    for position, point in enumerate(found, start=1):
        point.position = position
    return found


def _criteria(call: Call) -> Iterator[HearingPoint]:
    for one in call.criteria:
        yield HearingPoint(
            kind=PointKind.CRITERION, code=one.code, title=one.name, text=_explained(one)
        )


def _explained(criterion: Criterion) -> Bilingual:
    parts = [criterion_said(criterion), criterion.guidance]
    told = [_joined(parts, "\n\n")]
    if criterion.anchors:
        told.append(
            _joined(
                [
                    Bilingual(f"{one.mark}: {one.text.nb}", f"{one.mark}: {one.text.nn}")
                    for one in criterion.anchors
                ],
                "\n",
            )
        )
    return _joined(told, "\n\n")


def _joined(texts: list[Bilingual], between: str) -> Bilingual:
    return Bilingual(
        *(between.join(filter(None, (one.in_(form) for one in texts))) for form in LANGUAGES)
    )


def _rules(call: Call) -> Iterator[HearingPoint]:
    """Give the sentences of the rule sheet, but those that say a criterion over again."""
    said = {criterion_said(one) for one in call.criteria}
    for chapter, other in zip(chapters_of(call, BOKMAL), chapters_of(call, NYNORSK), strict=True):
        for one, twin in zip(chapter.statements, other.statements, strict=True):
            title = Bilingual(one.text, twin.text)
            if title not in said:
                note = Bilingual(one.note or "", twin.note or "")
                yield HearingPoint(
                    kind=PointKind.RULE, code=one.number, title=title, text=note if note.nb else None
                )
