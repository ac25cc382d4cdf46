"""The component page: every macro in each of its states, for those who build pages and for axe."""

from datetime import date, timedelta

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    EmailField,
    FormField,
    PasswordField,
    RadioField,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, Regexp

from foundation import charts, clock, samples
from foundation.fields import CheckboxesField, MoneyField, OsloDateField, WholeNumberField
from foundation.forms import FilterForm, Form, PartForm, choices_of
from foundation.guards import open_to_all
from foundation.money import kroner
from foundation.samples import STAGE_COLOURS, Stage

WORK_TAKES = timedelta(seconds=10)


class ContactForm(PartForm):
    """A part of the sample form."""

    name = StringField(_l("Navn"), [DataRequired(), Length(max=120)])
    phone = TelField(_l("Telefon"), [Optional()])


class SampleForm(Form):
    """One field of each kind."""

    title = StringField(_l("Navn på prosjektet"), [DataRequired(), Length(max=120)])
    email = EmailField(_l("E-postadresse"), [Optional(), Regexp(r"[^@\s]+@[^@\s]+")])
    password = PasswordField(_l("Passord"), [Optional()])
    reason = TextAreaField(_l("Begrunnelse"), [DataRequired(), Length(max=200)])
    asked = MoneyField(_l("Søkt beløp"), [InputRequired()])
    years = WholeNumberField(_l("Varighet"), [InputRequired()])
    starts_on = OsloDateField(_l("Oppstart"), [InputRequired()])
    region = SelectField(_l("Helseregion"))
    mark = RadioField(_l("Karakter"), choices={"1": "1", "2": "2", "3": "3"})
    topics = CheckboxesField(_l("Aktiviteter"), [DataRequired()])
    contact = FormField(ContactForm, _l("Kontaktperson"))
    attachment = FileField(_l("Vedlegg"), [Optional()])
    agreed = BooleanField(_l("Jeg bekrefter at opplysningene er riktige"), [DataRequired()])


class SampleFilter(FilterForm):
    """A choice of stages and a search."""

    search = StringField(_l("Søk i søker og prosjekt"), [Optional()])
    stage = SelectField(_l("Status"), [Optional()])


@open_to_all
def show_components() -> ResponseReturnValue:
    """Show every component; the first form can be sent."""
    form = _with_choices(SampleForm(starts_on=date(2026, 9, 1), asked=kroner(1_250_000)))
    if form.validate_on_submit():
        flash(gettext("Skjemaet er riktig fylt ut. Ingenting er lagret."))
        return redirect(url_for("foundation.components"))
    chart = samples.chart()
    filters = SampleFilter()
    filters.stage.choices = [("", gettext("Alle")), *choices_of(Stage)]
    return render_template(
        "foundation/components.html",
        form=form,
        wrong=_filled_wrongly(),
        budget=SampleForm(prefix="budget", asked=kroner(400_000), meta={"csrf": False}),
        filters=filters,
        rows=samples.rows(),
        events=samples.events(),
        stages=Stage,
        colours=STAGE_COLOURS,
        chart=charts.draw(chart),
        tiles=charts.draw(samples.tiles()),
        tile_rows=samples.tile_rows(),
        years=list(zip(chart.groups, *(one.values for one in chart.series), strict=True)),
        work=_work(),
    )


def _with_choices(form: SampleForm) -> SampleForm:
    form.region.choices = [
        ("", gettext("Velg helseregion")),
        ("n", "Helse Nord"),
        ("v", "Helse Vest"),
    ]
    form.topics.choices = [
        ("a", gettext("Anskaffelse")),
        ("i", gettext("Innføring")),
        ("n", gettext("Nettverk")),
    ]
    return form


def _filled_wrongly() -> SampleForm:
    typed = MultiDict(
        {
            "wrong-reason": gettext("For lang tekst. ") * 20,
            "wrong-asked": "mange penger",
            "wrong-years": "to",
            "wrong-starts_on": "i morgen",
            "wrong-email": "kari",
        }
    )
    form = _with_choices(SampleForm(typed, prefix="wrong", meta={"csrf": False}))
    form.validate()
    return form


def _work() -> dict[str, object]:
    """Measure how far a wait that began at ?since= has come, in seconds."""
    now = int(clock.now().timestamp())
    since = request.args.get("since", type=int)
    total = int(WORK_TAKES.total_seconds())
    done = total if since is None else max(0, min(total, now - since))
    return {"done": done, "total": total, "finished": done == total, "now": now}
