"""What an administrator types of a benefit in the catalogue: a whole version at a time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional, Regexp

from criteria.benefitwords import Actor, Frequency, IndicatorKind
from followup.benefits import queries
from followup.benefits.forms import JudgeForm
from followup.benefits.models import CataloguedBenefit
from followup.benefits.sheet import BenefitSheet, IndicatorSheet
from foundation.fields import CheckboxesField, WholeNumberField
from foundation.forms import choices_of
from foundation.language import BOKMAL, LANGUAGES, NYNORSK, Bilingual
from foundation.showing import show_text
from grants import queries as grants

ROOM = 4000
ROOM_FOR_NAME = 300
_BOTH = ("name", "cause", "owner", "use")
_LINES = ("changes", "risks", "mitigations")
_OF_INDICATOR = ("new_name", "new_unit", "new_target", "new_measured_by")
FORMS = {BOKMAL: _l("bokmål"), NYNORSK: _l("nynorsk")}


class WordsForm(JudgeForm):
    """A version of a benefit. `words_form` adds the texts in both forms of Norwegian."""

    code = StringField(
        _l("Kode"),
        [
            DataRequired(_l("Skriv en kode.")),
            Length(max=10),
            Regexp(
                r"^[A-Z][A-Z0-9]*$", message=_l("Bruk store bokstaver og tall, for eksempel G6.")
            ),
        ],
        description=_l("Koden er den samme i alle versjoner."),
    )
    rank = WholeNumberField(
        _l("Plass i ordningens egen prioritering"),
        [InputRequired(_l("Skriv plassen.")), NumberRange(1, 99)],
    )
    actors = CheckboxesField(_l("Hvem har nytte av den?"))
    measures = CheckboxesField(_l("Tiltak som fører til gevinsten"))
    goals = CheckboxesField(_l("Effektmål den bidrar til"))
    needs = CheckboxesField(_l("Behov den svarer på"))
    effects = CheckboxesField(_l("Effekter den henger sammen med"))
    followed_up = BooleanField(_l("Ordningen følger opp at gevinsten tas ut"))
    source = StringField(
        _l("Kilde"), [DataRequired(_l("Skriv hvor det er hentet fra.")), Length(max=200)]
    )
    kept = CheckboxesField(_l("Indikatorer som er med videre"))
    new_kind = SelectField(_l("Ny indikator måler"))
    new_frequency = SelectField(_l("Hvor ofte den måles"))

    before: CataloguedBenefit | None

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Hold both forms of Norwegian against each other: as many lines, and a new indicator whole."""
        whole = bool(super().validate(extra_validators))
        for name in _LINES:
            counts = {len(_lines(self[f"{name}_{form}"])) for form in LANGUAGES}
            if len(counts) > 1:
                field = self[f"{name}_nn"]
                field.errors = [*field.errors, _("Skriv like mange linjer på bokmål og nynorsk.")]
                whole = False
        if any(field.data for field in self._of_indicator()):
            for field in self._of_indicator():
                if not field.data:
                    field.errors = [
                        *field.errors,
                        _("Skriv hele indikatoren, eller la den stå tom."),
                    ]
                    whole = False
        return whole

    @property
    def sheet(self) -> BenefitSheet:
        """What is typed, as the act takes it."""
        return BenefitSheet(
            code=self.before.code if self.before else self.code.data or "",
            rank=self.rank.data or 1,
            judgement=self.judgement,
            actors=tuple(Actor(one) for one in self.actors.data or ()),
            measures=tuple(self.measures.data or ()),
            needs=tuple(self.needs.data or ()),
            effects=tuple(self.effects.data or ()),
            goals=tuple(self.goals.data or ()),
            followed_up=bool(self.followed_up.data),
            source=self.source.data or "",
            indicators=tuple(self._indicators()),
            name=self._both("name"),
            cause=self._both("cause"),
            owner=self._both("owner"),
            use=self._both("use"),
            changes=self._pairs("changes"),
            risks=self._pairs("risks"),
            mitigations=self._pairs("mitigations"),
        )

    def _both(self, name: str) -> Bilingual:
        return Bilingual(*(self[f"{name}_{form}"].data or "" for form in LANGUAGES))

    def _pairs(self, name: str) -> tuple[Bilingual, ...]:
        nb, nn = (_lines(self[f"{name}_{form}"]) for form in LANGUAGES)
        return tuple(Bilingual(*pair) for pair in zip(nb, nn, strict=True))

    def _of_indicator(self) -> list[Field]:
        return [self[f"{name}_{form}"] for name in _OF_INDICATOR for form in LANGUAGES]

    def _indicators(self) -> Iterator[IndicatorSheet]:
        for one in self.before.indicators if self.before else ():
            if one.code in (self.kept.data or ()):
                yield IndicatorSheet(
                    code=one.code, kind=one.kind, name=one.name, unit=one.unit,
                    target=one.target, frequency=one.frequency, measured_by=one.measured_by,
                )  # fmt: skip
        if self._of_indicator()[0].data:
            yield IndicatorSheet(
                code="",
                kind=IndicatorKind(self.new_kind.data),
                name=self._both("new_name"),
                unit=self._both("new_unit"),
                target=self._both("new_target"),
                frequency=Frequency(self.new_frequency.data),
                measured_by=self._both("new_measured_by"),
            )


def words_form(before: CataloguedBenefit | None) -> WordsForm:
    """Make the form of a new version, filled with the one before it; None: of a new code."""
    fields: dict[str, Any] = {"before": before}
    for form, language in FORMS.items():
        fields |= _texts(form, str(language))
    made: WordsForm = type("ThisWordsForm", (WordsForm,), fields)(data=_saved(before))
    if before is not None:
        del made.code
    made.offer_levels()
    scheme = grants.scheme()
    made.actors.choices = choices_of(Actor)
    made.measures.choices = [
        (one.code, f"{one.code} {show_text(one.name)}") for one in scheme.measures
    ]
    made.goals.choices = [(one.code, f"{one.code} {show_text(one.text)}") for one in scheme.goals]
    made.needs.choices = [(one.code, f"{one.code} {show_text(one.text)}") for one in grants.needs()]
    made.effects.choices = [
        (one.code, f"{one.code} {show_text(one.text)}") for one in queries.effects()
    ]
    made.kept.choices = [
        (one.code, f"{one.code} {show_text(one.name)}") for one in before.indicators
    ] if before else []  # fmt: skip
    made.new_kind.choices = choices_of(IndicatorKind)
    made.new_frequency.choices = choices_of(Frequency)
    return made


def _texts(form: str, language: str) -> dict[str, Any]:
    """Make the fields of one form of Norwegian."""
    long = {
        "cause": _("Hvor og hvorfor gevinsten oppstår (%(form)s)", form=language),
        "use": _("Hvordan gevinsten tas ut (%(form)s)", form=language),
    }
    short = {
        "name": _("Navn (%(form)s)", form=language),
        "owner": _("Ansvarlig for koordinering og oppfølging (%(form)s)", form=language),
    }
    lines = {
        "changes": _("Endringer som må til, én per linje (%(form)s)", form=language),
        "risks": _("Risiko for redusert gevinst, én per linje (%(form)s)", form=language),
        "mitigations": _("Risikoreduserende tiltak, ett per linje (%(form)s)", form=language),
    }
    new = {
        "new_name": _("Ny indikator (%(form)s)", form=language),
        "new_unit": _("Enhet (%(form)s)", form=language),
        "new_target": _("Mål eller potensial (%(form)s)", form=language),
        "new_measured_by": _("Kilde for tallene (%(form)s)", form=language),
    }
    needed = [DataRequired(_("Feltet må fylles ut på begge målformer.")), Length(max=ROOM)]
    at_most = [Length(max=ROOM_FOR_NAME)]
    return {
        **{
            f"{name}_{form}": StringField(label, [*needed, *at_most])
            for name, label in short.items()
        },
        **{f"{name}_{form}": TextAreaField(label, needed) for name, label in long.items()},
        **{
            f"{name}_{form}": TextAreaField(label, [Optional(), Length(max=ROOM)])
            for name, label in lines.items()
        },
        **{
            f"{name}_{form}": StringField(label, [Optional(), *at_most])
            for name, label in new.items()
        },
    }


def _saved(before: CataloguedBenefit | None) -> dict[str, object]:
    if before is None:
        return {"rank": None, "source": ""}
    saved: dict[str, object] = {
        **asdict(before.judgement),
        "rank": before.rank,
        "followed_up": before.followed_up,
        "source": before.source,
        "kept": [one.code for one in before.indicators],
    }
    for name in ("actors", "measures", "goals", "needs", "effects"):
        saved[name] = getattr(before, name).split()
    for name in _BOTH:
        text: Bilingual = getattr(before, name)
        saved |= {f"{name}_nb": text.nb, f"{name}_nn": text.nn}
    for name in _LINES:
        lines: list[Bilingual] = getattr(before, name)
        saved[f"{name}_nb"] = "\n".join(one.nb for one in lines)
        saved[f"{name}_nn"] = "\n".join(one.nn for one in lines)
    return saved


def _lines(field: Field) -> list[str]:
    return [one.strip() for one in (field.data or "").splitlines() if one.strip()]
