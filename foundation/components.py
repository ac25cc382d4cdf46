"""The component page: every macro in each of its states, for those who build pages and for axe."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from werkzeug.datastructures import MultiDict
from wtforms import (
    BooleanField,
    EmailField,
    PasswordField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, Regexp

from foundation import clock, words
from foundation.fields import CheckboxesField, MoneyField, OsloDateField, WholeNumberField
from foundation.forms import FilterForm, Form, choices_of
from foundation.guards import open_to_all
from foundation.money import kroner

WORK_TAKES = timedelta(seconds=10)


class Stage(StrEnum):
    """States for the tags of the component page."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REFUSED = "refused"


words.register({
    Stage.DRAFT: _l("Utkast"),
    Stage.SUBMITTED: _l("Innsendt"),
    Stage.APPROVED: _l("Innvilget"),
    Stage.REFUSED: _l("Avslått"),
})
STAGE_COLOURS = {Stage.SUBMITTED: "info", Stage.APPROVED: "success", Stage.REFUSED: "danger"}


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
    mark = RadioField(_l("Karakter"), choices=[("1", "1"), ("2", "2"), ("3", "3")])
    topics = CheckboxesField(_l("Aktiviteter"), [DataRequired()])
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
    filters = SampleFilter()
    filters.stage.choices = [("", gettext("Alle")), *choices_of(Stage)]
    return render_template(
        "foundation/components.html",
        form=form,
        wrong=_filled_wrongly(),
        budget=SampleForm(prefix="budget", asked=kroner(400_000), meta={"csrf": False}),
        filters=filters,
        rows=_rows(),
        events=_events(),
        stages=Stage,
        colours=STAGE_COLOURS,
        work=_work(),
    )


def _with_choices(form: SampleForm) -> SampleForm:
    form.region.choices = [("", gettext("Velg helseregion")), ("n", "Helse Nord"), ("v", "Helse Vest")]
    form.topics.choices = [
        ("a", gettext("Anskaffelse")), ("i", gettext("Innføring")), ("n", gettext("Nettverk")),
    ]
    return form


def _filled_wrongly() -> SampleForm:
    typed = MultiDict({
        "wrong-reason": gettext("For lang tekst. ") * 20,
        "wrong-asked": "mange penger",
        "wrong-years": "to",
        "wrong-starts_on": "i morgen",
        "wrong-email": "kari",
    })
    form = _with_choices(SampleForm(typed, prefix="wrong", meta={"csrf": False}))
    form.validate()
    return form


def _rows() -> list[dict[str, object]]:
    return [
        {
            "name": name, "project": project, "asked": kroner(asked), "points": points,
            "stage": stage, "on": date(2026, 1, day),
        }
        for name, project, asked, points, stage, day in (
            ("Bergen", gettext("Felles anskaffelse av pasientjournal"), 4_250_000, 87.5,
             Stage.APPROVED, 12),
            ("Kárášjohka – Karasjok", gettext("Innføring av ny journalfunksjonalitet i tre kommuner"),
             1_900_000, 71.25, Stage.SUBMITTED, 14),
            ("Ålesund", gettext("Samordnet innføring på Sunnmøre"), 12_000_000, 54.0,
             Stage.REFUSED, 15),
            ("Øygarden", gettext("Nettverk for velferdsteknologi"), 640_000, None, Stage.DRAFT, 15),
        )
    ]


def _events() -> list[dict[str, object]]:
    return [
        {"at": moment, "text": text, "by": by, "note": note}
        for moment, text, by, note in (
            (datetime(2026, 1, 20, 9, 5, tzinfo=clock.OSLO), gettext("Søknaden er tatt til behandling"),
             gettext("Saksbehandler"), None),
            (datetime(2026, 1, 15, 23, 59, tzinfo=clock.OSLO), gettext("Søknaden er sendt inn"),
             gettext("Søker"), gettext("Saksnummer 2026/00123")),
            (datetime(2025, 12, 1, 8, 30, tzinfo=clock.OSLO), gettext("Søknaden er opprettet"),
             gettext("Søker"), None),
        )
    ]


def _work() -> dict[str, object]:
    """Measure how far a wait that began at ?since= has come, in seconds."""
    now = int(clock.now().timestamp())
    since = request.args.get("since", type=int)
    total = int(WORK_TAKES.total_seconds())
    done = total if since is None else max(0, min(total, now - since))
    return {"done": done, "total": total, "finished": done == total, "now": now}
