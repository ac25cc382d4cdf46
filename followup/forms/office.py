"""The office's side: what the list of reports shows, and the answer to a report."""

from collections.abc import Sequence

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional, Regexp

from criteria.duties import DutyKind
from followup.queries.review import Queue, ReviewFilter
from foundation import clock
from foundation.forms import FilterForm, Form, choices_of
from foundation.showing import show_text
from grants.models import Call

ROOM_FOR_ANSWER = 4000


class ReviewFilterForm(FilterForm):
    """What the list of reports shows."""

    queue = SelectField(_l("Status"), [Optional()])
    kind = SelectField(_l("Rapport"), [Optional()])
    call = SelectField(_l("Utlysning"), [Optional()])
    case = StringField(
        _l("Saksnummer"),
        [
            Optional(),
            Regexp(
                r"^\d{4}/\d{1,6}$",
                message=_l("Skriv hele saksnummeret, for eksempel 2026/00123."),
            ),
        ],
    )

    def offer(self, calls: Sequence[Call]) -> None:
        """Offer where reports may stand, their kinds and the calls, in the reader's language."""
        everything = [("", gettext("Alle"))]
        self.queue.choices = choices_of(Queue)
        self.kind.choices = everything + choices_of(DutyKind)
        self.call.choices = everything + [(str(one.id), show_text(one.title)) for one in calls]

    def chosen(self) -> ReviewFilter:
        """Give what was chosen; what cannot be chosen is told beside its field and limits nothing."""
        if not self.validate():
            return ReviewFilter(clock.today())
        return ReviewFilter(
            today=clock.today(),
            queue=Queue(self.queue.data) if self.queue.data else Queue.TO_REVIEW,
            kind=DutyKind(self.kind.data) if self.kind.data else None,
            call_id=int(self.call.data) if self.call.data else None,
            case_number=self.case.data or "",
        )


class MetForm(Form):
    """A duty that has no report form is met."""

    how = TextAreaField(
        _l("Hvordan er plikten oppfylt?"),
        [DataRequired(_l("Skriv hvordan plikten er oppfylt.")), Length(max=ROOM_FOR_ANSWER)],
        description=_l("For eksempel hvor og når prosjektet har fortalt om det."),
    )


class ReviewForm(Form):
    """The answer to a report. The button that is pressed tells whether it is approved."""

    text = TextAreaField(
        _l("Melding til prosjektet"),
        [Length(max=ROOM_FOR_ANSWER)],
        description=_l("Må fylles ut når rapporten sendes tilbake: Skriv hva som må rettes."),
    )
