"""The whole report as one form: its texts, a row for each activity, a row for each benefit."""

from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import TextAreaField
from wtforms.validators import Length

from applications.forms.parts import MayWait, SectionForm
from criteria.duties import DutyKind
from criteria.reporting import PARTS, Part
from followup.content import ReportContent
from followup.facts import spent_in
from followup.forms.rows import (
    ActivityRow,
    BenefitRow,
    Label,
    activity_fields,
    activity_values,
    benefit_fields,
    benefit_values,
)
from followup.models import Report
from followup.project import Project
from foundation.showing import show_text

ROOM_FOR_TEXT = 4000


class ReportForm(SectionForm):
    """The texts of a report. `report_form` adds the fields of its activities and benefits."""

    progress = TextAreaField(
        _l("Hvordan har arbeidet gått?"),
        [MayWait(), Length(max=ROOM_FOR_TEXT)],
        description=_l("Fortell kort hva som er gjort siden forrige rapport, og hva som kommer."),
    )
    results = TextAreaField(
        _l("Hva har dere oppnådd?"),
        [MayWait(), Length(max=ROOM_FOR_TEXT)],
        description=_l("Sammenlign med det dere skrev i søknaden."),
    )
    deviations = TextAreaField(
        _l("Avvik fra plan og budsjett"),
        [MayWait(), Length(max=ROOM_FOR_TEXT)],
        description=_l(
            "Må fylles ut når regnskapet er et annet enn budsjettet, eller noe er tatt ut."
        ),
    )
    experience = TextAreaField(
        _l("Hva kan andre lære av prosjektet?"),
        [MayWait(), Length(max=ROOM_FOR_TEXT)],
        description=_l("Ta også med det som ikke virket."),
    )

    report: Report

    @property
    def activities(self) -> list[ActivityRow]:
        """Give the activities with their fields."""
        return [ActivityRow.of(self, one) for one in self.report.activities]

    @property
    def benefits(self) -> list[BenefitRow]:
        """Give the benefits with their fields; none in a report that has no benefits."""
        shown = Part.BENEFITS in PARTS[self.report.duty.kind]
        return [BenefitRow.of(self, one) for one in self.report.benefits if shown]

    def content(self) -> ReportContent:
        """Give what is written in a valid form."""
        return ReportContent(
            seen=_number(self.seal),
            progress=self.progress.data or "",
            results=self.results.data or "",
            deviations=self.deviations.data or "",
            experience=self.experience.data or "",
            activities={row.reported.activity_id: row.content() for row in self.activities},
            benefits={row.reported.benefit_id: row.content() for row in self.benefits},
        )


def report_form(
    report: Report,
    project: Project,
    formdata: MultiDict[str, str] | None = None,
    *,
    named: bool = False,
) -> ReportForm:
    """Make the form of a report, filled with what was sent, else with what is saved.

    `named`: each label begins with its row's name, for where fields stand alone.
    """
    fields: dict[str, Any] = {"report": report}
    saved: dict[str, Any] = {
        "seen": str(report.version),
        "progress": report.progress,
        "results": report.results,
        "deviations": report.deviations,
        "experience": report.experience,
    }
    names = {one.id: show_text(one.text) for one in project.application.call.activities}
    spent = spent_in(report, project)
    annual = report.duty.kind is DutyKind.ANNUAL
    named_benefits = report.benefits if Part.BENEFITS in PARTS[report.duty.kind] else []
    for one in report.activities:
        name = names[one.activity_id]
        label = Label(name if named else None)
        fields |= activity_fields(one, name, label, with_accounts=annual)
        saved |= activity_values(one, spent.get(one.activity_id))
    for each in named_benefits:
        fields |= benefit_fields(each, Label(show_text(each.benefit.name) if named else None))
        saved |= benefit_values(each)
    form: ReportForm = type("ThisReportForm", (ReportForm,), fields)(formdata=formdata, data=saved)
    return form


def _number(seal: str | None) -> int:
    """Read the version that the writer saw; what is no version was never seen."""
    return int(seal) if seal and seal.isdecimal() else 0
