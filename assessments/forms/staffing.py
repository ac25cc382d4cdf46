"""Forms of the work list: what it shows, and who is put on what."""

from collections.abc import Collection, Hashable, Sequence

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Optional

from accounts.queries import PersonName
from applications.queries import CaseFilters
from assessments.models import Task
from assessments.queries import Load
from assessments.queries.worklist import Whose
from assessments.staffing_plan import EVENLY, MISSING
from criteria.procedure import Step
from foundation.fields import CheckboxesField
from foundation.forms import FilterForm, Form, choices_of, shown
from foundation.showing import show_text
from grants.queries import CallTitle


class ListFilter(FilterForm):
    """What the work list shows."""

    text = StringField(_l("Søk i sakene"), [Optional()])
    call = SelectField(_l("Utlysning"), [Optional()])
    step = SelectField(_l("Status"), [Optional()])
    whose = SelectField(_l("Hvem"), [Optional()])

    def offer(self, calls: Sequence[CallTitle]) -> None:
        """Offer the calls, the steps of a case and whose cases, in the reader's language."""
        everything = [("", gettext("Alle"))]
        self.call.choices = everything + [(str(one.id), show_text(one.title)) for one in calls]
        steps = [step for step in Step if step is not Step.DRAFT]
        self.step.choices = everything + choices_of(steps)
        self.whose.choices = choices_of(Whose)

    def chosen(self) -> CaseFilters:
        """Give what was chosen; what cannot be chosen is told beside its field and limits nothing."""
        if not self.validate():
            return CaseFilters()
        return CaseFilters(
            call_id=int(self.call.data) if self.call.data else None,
            step=Step(self.step.data) if self.step.data else None,
            text=self.text.data or "",
        )

    def whose_cases(self) -> Whose:
        """Give whose cases to show."""
        return Whose(self.whose.data) if self.whose.data in set(Whose) else Whose.ALL


class BulkForm(Form):
    """Putting officers on the cases that are ticked."""

    cases = CheckboxesField(
        _l("Saker"),
        [InputRequired(_l("Kryss av for minst én sak."))],
        coerce=int,
        validate_choice=False,
    )
    task = SelectField(_l("Oppgave"), [InputRequired()])
    person = SelectField(_l("Medarbeider"), [InputRequired()])
    back = HiddenField()

    @property
    def offered(self) -> tuple[Hashable, ...]:
        """Give all that is drawn of the two choices as one value, for `kept`."""
        return shown(self.task), shown(self.person)

    def offer(self, officers: Sequence[PersonName]) -> None:
        """Offer the tasks, and the officers after the choice of who has the fewest open cases."""
        self.task.choices = [(MISSING, gettext("Alt som mangler")), *choices_of(Task)]
        evenly = gettext("Den med færrest åpne saker")
        self.person.choices = [(EVENLY, evenly), *((str(one.id), one.name) for one in officers)]


class AssignForm(Form):
    """Putting one officer on one case."""

    task = RadioField(_l("Oppgave"), [InputRequired(_l("Velg en oppgave."))])
    person = SelectField(
        _l("Medarbeider"),
        [InputRequired(_l("Velg en medarbeider."))],
        description=_l("Den som har færrest åpne oppgaver, står først."),
    )

    def offer(self, loads: Sequence[Load], hindered: Collection[int]) -> None:
        """Offer the tasks, and the officers whom nothing is known to keep from the case."""
        self.task.choices = choices_of(Task)
        able = [load for load in loads if load.person.id not in hindered]
        self.person.choices = [_choice(load) for load in able]


def _choice(load: Load) -> tuple[str, str]:
    label = gettext("%(name)s (%(cases)s åpne)", name=load.person.name, cases=load.cases)
    return str(load.person.id), label
