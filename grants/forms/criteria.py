"""What is typed about an award criterion: its words, its weight, and what each mark means."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField, RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from foundation.fields import WholeNumberField
from foundation.forms import PartForm
from foundation.language import Bilingual
from grants.catalogue import CriterionSheet
from grants.forms.draft import (
    LONGEST_TEXT,
    VersionedForm,
    bokmal_line,
    bokmal_text,
    nynorsk_line,
    nynorsk_text,
    source_field,
    versioned,
)
from grants.forms.rows import code_field
from grants.models import Call, Criterion

SCORED = "scored"
GATE = "gate"
USUAL_MAX_MARK = 5
HIGHEST_MAX_MARK = 10
GATE_MARK = 1


class AnchorForm(PartForm):
    """What a mark means."""

    text_nb = TextAreaField(_l("Ankertekst (bokmål)"), [Length(max=LONGEST_TEXT)])
    text_nn = TextAreaField(_l("Ankertekst (nynorsk)"), [Length(max=LONGEST_TEXT)])


class CriterionForm(VersionedForm):
    """A criterion: a gate that must be met, or one that gives points."""

    code = code_field()
    sort = RadioField(_l("Hva slags kriterium er det?"), [InputRequired(_l("Velg ett."))])
    name_nb = bokmal_line(_l("Navn (bokmål)"), _l("Skriv et navn."))
    name_nn = nynorsk_line(_l("Navn (nynorsk)"))
    guidance_nb = bokmal_text(_l("Veiledning (bokmål)"), _l("Skriv hva som skal vurderes."))
    guidance_nn = nynorsk_text(_l("Veiledning (nynorsk)"))
    weight = WholeNumberField(
        _l("Vekt"), [Optional(), NumberRange(0, 100, _l("Vekten må være mellom 0 og 100."))]
    )
    max_mark = WholeNumberField(
        _l("Høyeste karakter"),
        [Optional(), NumberRange(1, HIGHEST_MAX_MARK, _l("Skriv et tall mellom 1 og 10."))],
    )
    threshold = WholeNumberField(_l("Laveste karakter som er nok"), [Optional()])
    source = source_field()
    anchors = FieldList(FormField(AnchorForm, label=_l("Karakter")))

    @property
    def sheet(self) -> CriterionSheet:
        """The criterion as it was typed. Only after validation."""
        scored = self.sort.data == SCORED
        max_mark = (self.max_mark.data or USUAL_MAX_MARK) if scored else GATE_MARK
        return CriterionSheet(
            code=self.code.data or "",
            scored=scored,
            name=self.both("name"),
            guidance=self.both("guidance"),
            weight=(self.weight.data or 0) if scored else 0,
            max_mark=max_mark,
            threshold=self.threshold.data if scored else None,
            anchors=self._anchors()[: max_mark + 1] if scored else (),
            source=self.source.data or "",
        )

    def _anchors(self) -> tuple[Bilingual, ...]:
        return tuple(
            Bilingual(entry.form.text_nb.data or "", entry.form.text_nn.data or "")
            for entry in self.anchors
        )


def criterion_form(call: Call, row: Criterion | None) -> CriterionForm:
    """Make the form of a criterion, with a text for every mark; empty for a new one."""
    form = CriterionForm(**versioned(call, **_filled(row)))
    form.sort.choices = [
        (SCORED, gettext("Gir poeng etter en skala")),
        (GATE, gettext("Er et krav som må være oppfylt")),
    ]
    marks = row.max_mark if row is not None and row.scored else USUAL_MAX_MARK
    if not form.is_submitted():
        while len(form.anchors) <= marks:
            form.anchors.append_entry()
    return form


def _filled(row: Criterion | None) -> dict[str, object]:
    if row is None:
        return {"sort": SCORED, "max_mark": USUAL_MAX_MARK}
    return {
        "code": row.code,
        "sort": SCORED if row.scored else GATE,
        "name": row.name,
        "guidance": row.guidance,
        "weight": row.weight,
        "max_mark": row.max_mark,
        "threshold": row.threshold,
        "source": row.source,
        "anchors": [{"text_nb": one.text.nb, "text_nn": one.text.nn} for one in row.anchors],
    }
