"""Forms of the leader's ruling and of a party's objection."""

from collections.abc import Sequence

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from accounts.models import Organisation, Person
from assessments.forms.casework import LONGEST_REASON
from assessments.queries import Load
from criteria.impartiality import Outcome
from foundation.forms import Form, choices_of

NOBODY = "nobody"


class RulingForm(Form):
    """A leader's ruling, with a substitute for who is partial."""

    outcome = RadioField(_l("Avgjørelse"), [InputRequired(_l("Velg om personen er habil."))])
    reason = TextAreaField(
        _l("Begrunnelse"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_REASON)],
    )
    substitute = SelectField(
        _l("Stedfortreder"),
        [Optional()],
        description=_l("Overtar oppgavene i saken når personen er inhabil."),
    )

    def offer(self, able: Sequence[Load]) -> None:
        """Offer the outcomes, and those who can take over with how much each has."""
        self.outcome.choices = choices_of(Outcome)
        self.substitute.choices = [
            (NOBODY, gettext("Ingen nå")),
            *((str(one.person.id), _named(one)) for one in able),
        ]

    def chosen(self, able: Sequence[Load]) -> Person | None:
        """Give the substitute that a valid form names; none where the person is found impartial."""
        if self.outcome.data != Outcome.PARTIAL:
            return None
        return next(
            (one.person for one in able if str(one.person.id) == self.substitute.data), None
        )


class ObjectionForm(Form):
    """What a party objects, against whom."""

    person = SelectField(_l("Hvem innvendingen gjelder"), [InputRequired(_l("Velg en person."))])
    party = SelectField(_l("Hvem som har innvendingen"), [InputRequired(_l("Velg en deltaker."))])
    text = TextAreaField(
        _l("Hva innvendingen går ut på"),
        [InputRequired(_l("Skriv hva innvendingen går ut på.")), Length(max=LONGEST_REASON)],
    )

    def offer(self, persons: Sequence[Person], parties: Sequence[Organisation]) -> None:
        """Offer those who handle cases, and those who take part in this one."""
        self.person.choices = [
            ("", gettext("Velg person")), *((str(one.id), one.name) for one in persons)
        ]
        self.party.choices = [
            ("", gettext("Velg deltaker")), *((str(one.id), one.name) for one in parties)
        ]


def _named(load: Load) -> str:
    return str(gettext("%(name)s (%(cases)s åpne)", name=load.person.name, cases=load.cases))
