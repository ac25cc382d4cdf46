"""Forms for putting officers on cases."""

from collections.abc import Collection, Sequence

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.validators import InputRequired

from assessments.models import Task
from assessments.queries import Load
from foundation.forms import Form, choices_of


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
