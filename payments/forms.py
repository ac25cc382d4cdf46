"""What a controller chooses and types."""

from collections.abc import Iterable

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional, Regexp

from applications.models import Application
from criteria.postings import EntryKind
from foundation import words
from foundation.fields import CheckboxesField
from foundation.forms import FilterForm, Form
from grants.models import BudgetPost
from payments.postnames import post_name
from payments.queries import EntryFilter, Figure, InstalmentFilter
from payments.services.booking import LONGEST_REASON
from payments.states import InstalmentState

CASE_NUMBER = Regexp(
    r"^\d{4}/\d{1,6}$", message=_l("Skriv hele saksnummeret, for eksempel 2026/00123.")
)


class EntryFilterForm(FilterForm):
    """What the list of entries shows."""

    year = SelectField(_l("År"), [Optional()])
    post = SelectField(_l("Post"), [Optional()])
    what = SelectField(_l("Hva"), [Optional()])
    case = StringField(_l("Saksnummer"), [Optional(), CASE_NUMBER])

    def offer(self, posts: Iterable[BudgetPost], years: Iterable[int]) -> None:
        """Offer the posts, the years, the figures of the year page and the kinds of entry."""
        everything = ("", gettext("Alle"))
        self.year.choices = [everything, *((str(year), str(year)) for year in years)]
        self.post.choices = [everything, *((str(one.id), post_name(one)) for one in posts)]
        self.what.choices = {
            "": [everything],
            gettext("Tall på årsoversikten"): [(one.value, words.say(one)) for one in Figure],
            gettext("Slag postering"): [
                (f"kind:{one.value}", words.say(one)) for one in _BOOKED_AS
            ],
        }

    def chosen(self) -> EntryFilter:
        """Give what was chosen; what cannot be chosen is told beside its field and limits nothing."""
        if not self.validate():
            return EntryFilter()
        what = self.what.data or ""
        return EntryFilter(
            year=int(self.year.data) if self.year.data else None,
            budget_post_id=int(self.post.data) if self.post.data else None,
            kind=EntryKind(what.removeprefix("kind:")) if what.startswith("kind:") else None,
            figure=Figure(what) if what in set(Figure) else None,
            case_number=self.case.data or "",
        )


_BOOKED_AS = [kind for kind in EntryKind if kind is not EntryKind.REVERSAL]


class InstalmentFilterForm(FilterForm):
    """What the list of instalments shows. `state` rides along: the tabs choose it."""

    state = HiddenField()
    year = SelectField(_l("År"), [Optional()])
    case = StringField(_l("Saksnummer"), [Optional(), CASE_NUMBER])

    def offer(self, years: Iterable[int]) -> None:
        """Offer the years."""
        everything = ("", gettext("Alle"))
        self.year.choices = [everything, *((str(year), str(year)) for year in years)]

    def chosen(self) -> InstalmentFilter:
        """Give what was chosen; what cannot be chosen is told beside its field and limits nothing."""
        state = self.state.data
        states = (InstalmentState(state) if state in set(InstalmentState) else InstalmentState.DUE,)
        if not self.validate():
            return InstalmentFilter(states)
        return InstalmentFilter(
            states=states,
            year=int(self.year.data) if self.year.data else None,
            case_number=self.case.data or "",
        )


class ChosenForm(Form):
    """The instalments that are ticked, and the list to go back to."""

    instalments = CheckboxesField(
        _l("Rater"),
        [InputRequired(_l("Kryss av for minst én rate."))],
        coerce=int,
        validate_choice=False,
    )
    back = HiddenField()


class DeclareForm(Form):
    """Declaring to be impartial in the cases that are ticked."""

    cases = CheckboxesField(
        _l("Saker du er habil i"), [InputRequired(_l("Kryss av for minst én sak."))], coerce=int
    )

    def offer(self, cases: Iterable[Application]) -> None:
        """Offer the cases, by number and title."""
        self.cases.choices = [(one.id, f"{one.case_number} {one.title}") for one in cases]


class ReverseForm(Form):
    """Why an entry is countered."""

    reason = TextAreaField(
        _l("Begrunnelse"),
        [InputRequired(_l("Skriv en begrunnelse.")), Length(max=LONGEST_REASON)],
        description=_l("Begrunnelsen står i hovedboka og kan ikke endres."),
    )
