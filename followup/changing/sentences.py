"""A change in sentences, in both forms of Norwegian: for the letter that answers it, and for pages."""

from collections.abc import Iterator

from criteria.changes import moved
from followup.changing.project import Changing
from foundation.language import BOKMAL, NYNORSK, Bilingual
from foundation.money import format_kroner
from foundation.wording import format_day

_ENDS = Bilingual(
    "Prosjektet avsluttes {after} i stedet for {before}.",
    "Prosjektet blir avslutta {after} i staden for {before}.",
)
_ENDS_FIRST = Bilingual("Prosjektet avsluttes {after}.", "Prosjektet blir avslutta {after}.")
_LEAVES = Bilingual(
    "{name} deltar ikke lenger i prosjektet.", "{name} deltek ikkje lenger i prosjektet."
)
_DROPPED = Bilingual("Aktiviteten «{name}» tas ut.", "Aktiviteten «{name}» blir teken ut.")
_ADDED = Bilingual(
    "Aktiviteten «{name}» kommer til: {described}", "Aktiviteten «{name}» kjem til: {described}"
)
_MOVED = Bilingual(
    "I {year} går «{name}» fra {before} til {after} av tilskuddet.",
    "I {year} går «{name}» frå {before} til {after} av tilskotet.",
)


def told(one: Changing) -> list[Bilingual]:
    """Tell a change, one sentence for each thing that is to be otherwise."""
    return [*_of_time(one), *_of_partners(one), *_of_activities(one), *_of_money(one)]


def in_whole(one: Changing) -> Bilingual:
    """Tell a change as one text, a line for each thing."""
    sentences = told(one)
    return Bilingual(
        *("\n\n".join(each.in_(form) for each in sentences) for form in (BOKMAL, NYNORSK))
    )


def _of_time(one: Changing) -> Iterator[Bilingual]:
    before, after = one.plan.end_on, one.then.end_on
    if after is None or after == before:
        return
    if before is None:
        yield _filled(_ENDS_FIRST, after=_same(format_day(after)))
    else:
        yield _filled(_ENDS, before=_same(format_day(before)), after=_same(format_day(after)))


def _of_partners(one: Changing) -> Iterator[Bilingual]:
    for partner in one.application.partners:
        if partner.id in one.change.leaving:
            yield _filled(_LEAVES, name=_same(partner.organisation.name))


def _of_activities(one: Changing) -> Iterator[Bilingual]:
    names = _names(one)
    for number in sorted(one.change.dropped):
        yield _filled(_DROPPED, name=names[number])
    for number, described in one.change.added:
        yield _filled(_ADDED, name=names[number], described=_same(described))


def _of_money(one: Changing) -> Iterator[Bilingual]:
    names = _names(one)
    for (year, activity), before, after in moved(one.plan, one.then):
        yield _filled(
            _MOVED,
            year=_same(str(year)),
            name=names[activity],
            before=_same(format_kroner(before)),
            after=_same(format_kroner(after)),
        )


def _filled(sentence: Bilingual, **values: Bilingual) -> Bilingual:
    return Bilingual(
        *(
            sentence.in_(form).format(**{key: value.in_(form) for key, value in values.items()})
            for form in (BOKMAL, NYNORSK)
        )
    )


def _same(text: str) -> Bilingual:
    return Bilingual(text, text)


def _names(one: Changing) -> dict[int, Bilingual]:
    return {each.id: each.text for each in one.application.call.activities}
