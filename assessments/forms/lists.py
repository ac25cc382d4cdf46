"""Forms of the work list: what it shows, and what is kept of that."""

from collections.abc import Sequence

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from assessments.lists.choice import Found, Sort, Whose
from assessments.lists.offered import Offered
from criteria.procedure import Step
from criteria.sizes import SizeClass
from foundation.fields import MoneyField, OsloDateField
from foundation.forms import FilterForm, Form, choices_of
from foundation.showing import show_text
from grants.queries import CallTitle


class OftenAsked(FilterForm):
    """What one asks of the work list most often."""

    text = StringField(
        _l("Søk i sakene"),
        [Optional(), Length(max=200)],
        description=_l("Saksnummer, navn eller ord i søknaden"),
    )
    call = SelectField(_l("Utlysning"), [Optional()])
    step = SelectField(_l("Status"), [Optional()])
    sort = SelectField(_l("Rekkefølge"), [Optional()])

    def offer_calls(self, calls: Sequence[CallTitle]) -> None:
        """Offer the calls, the steps of a case and the orders, in the reader's language."""
        everything = [("", gettext("Alle"))]
        self.call.choices = everything + [(str(one.id), show_text(one.title)) for one in calls]
        steps = [step for step in Step if step is not Step.DRAFT]
        self.step.choices = everything + choices_of(steps)
        self.sort.choices = [("", gettext("Vanlig")), *choices_of(Sort)]


class SearchForm(OftenAsked):
    """What the list itself shows of its filters: the other choices ride along unseen."""

    whose = HiddenField()
    measure = HiddenField()
    county = HiddenField()
    lead = HiddenField()
    size = HiddenField()
    least = HiddenField()
    most = HiddenField()
    officer = HiddenField()
    finding = HiddenField()


class ListFilter(OftenAsked):
    """All that the work list can be narrowed by."""

    whose = SelectField(_l("Liste"), [Optional()])
    measure = SelectField(_l("Tiltak"), [Optional()])
    county = SelectField(_l("Fylke"), [Optional()])
    lead = StringField(_l("Hovedsøkerens navn"), [Optional(), Length(max=200)])
    size = SelectField(_l("Hovedsøkerens størrelse"), [Optional()])
    least = MoneyField(_l("Søkt minst"), [Optional()])
    most = MoneyField(_l("Søkt høyst"), [Optional()])
    officer = SelectField(_l("Medarbeider på saken"), [Optional()])
    finding = SelectField(_l("Formell kontroll"), [Optional()])

    def offer(self, offered: Offered) -> None:
        """Offer everything, in the reader's language."""
        self.offer_calls(offered.calls)
        everything = [("", gettext("Alle"))]
        self.whose.choices = choices_of(Whose)
        self.measure.choices = everything + [
            (str(number), f"{code} {show_text(name)}") for number, code, name in offered.measures
        ]
        self.county.choices = everything + [(one, one) for one in offered.counties]
        self.size.choices = everything + choices_of(SizeClass)
        self.officer.choices = everything + [(str(one.id), one.name) for one in offered.officers]
        self.finding.choices = everything + choices_of(Found)


class ViewForm(Form):
    """Keeping a choice under a name."""

    name = StringField(_l("Navn"), [InputRequired(_l("Gi visningen et navn.")), Length(max=60)])
    shared = BooleanField(_l("Del visningen med hele kontoret"))
    query = HiddenField()


class MarkingDateForm(Form):
    """Setting the day that a round's marks should be finished by."""

    due_on = OsloDateField(_l("Ferdig innen"), [InputRequired(_l("Skriv en dato."))])
