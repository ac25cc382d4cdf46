"""What is typed in an evaluation: which measure and year, the texts, and what becomes of each proposal."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length

from figures.evaluations.models import Standing
from foundation.forms import Form, choices_of
from foundation.language import Bilingual

_LONGEST = 4000


def _both_forms(nb: str, nn: str, missing_nb: str, missing_nn: str) -> tuple[TextAreaField, ...]:
    return (
        TextAreaField(nb, [DataRequired(missing_nb), Length(max=_LONGEST)]),
        TextAreaField(
            nn, [DataRequired(missing_nn), Length(max=_LONGEST)], render_kw={"lang": "nn"}
        ),
    )


class BeginForm(Form):
    """Which measure and year."""

    measure = SelectField(_l("Tiltak"), coerce=int)
    year = SelectField(_l("År"), coerce=int)

    def offer(self, measures: Iterable[tuple[int, str]], years: Iterable[int]) -> None:
        """Offer the measures and the years that have begun, the newest first."""
        self.measure.choices = list(measures)
        self.year.choices = [(year, str(year)) for year in years]


class WriteForm(Form):
    """What the year taught, and what the office makes of it; `seen` is what the writer began from."""

    seen = HiddenField()
    learnt_nb, learnt_nn = _both_forms(
        _l("Dette har vi lært (bokmål)"),
        _l("Dette har vi lært (nynorsk)"),
        _l("Skriv hva dere har lært, på bokmål."),
        _l("Skriv hva dere har lært, på nynorsk."),
    )
    assessment_nb, assessment_nn = _both_forms(
        _l("Vurdering (bokmål)"),
        _l("Vurdering (nynorsk)"),
        _l("Skriv vurderingen på bokmål."),
        _l("Skriv vurderingen på nynorsk."),
    )

    @property
    def learnt(self) -> Bilingual:
        """What was typed. Only after validation."""
        return Bilingual(self.learnt_nb.data or "", self.learnt_nn.data or "")

    @property
    def assessment(self) -> Bilingual:
        """What was typed. Only after validation."""
        return Bilingual(self.assessment_nb.data or "", self.assessment_nn.data or "")


class ChangeForm(Form):
    """A change to the measure or its calls, and why."""

    change_nb, change_nn = _both_forms(
        _l("Forslag til endring (bokmål)"),
        _l("Forslag til endring (nynorsk)"),
        _l("Skriv forslaget på bokmål."),
        _l("Skriv forslaget på nynorsk."),
    )
    reason_nb, reason_nn = _both_forms(
        _l("Begrunnelse (bokmål)"),
        _l("Begrunnelse (nynorsk)"),
        _l("Skriv begrunnelsen på bokmål."),
        _l("Skriv begrunnelsen på nynorsk."),
    )

    @property
    def change(self) -> Bilingual:
        """What was typed. Only after validation."""
        return Bilingual(self.change_nb.data or "", self.change_nn.data or "")

    @property
    def reason(self) -> Bilingual:
        """What was typed. Only after validation."""
        return Bilingual(self.reason_nb.data or "", self.reason_nn.data or "")


class SettleForm(Form):
    """What a leader says of a proposed change."""

    standing = RadioField(_l("Hva blir det til?"), [InputRequired(_l("Velg hva det blir til."))])
    why = TextAreaField(
        _l("Begrunnelse"), [DataRequired(_l("Skriv en begrunnelse.")), Length(max=_LONGEST)]
    )

    def offer(self) -> None:
        """Offer to adopt or to reject, in the reader's language."""
        self.standing.choices = choices_of((Standing.ADOPTED, Standing.REJECTED))


class TakeInForm(Form):
    """Which call took an adopted change in."""

    call = SelectField(_l("Utlysning"), coerce=int)

    def offer(self, calls: Iterable[tuple[int, str]]) -> None:
        """Offer the calls of the measure."""
        self.call.choices = list(calls)
