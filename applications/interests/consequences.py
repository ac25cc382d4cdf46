"""What follows here when a call is published: those who have asked are told, within the same act."""

from datetime import datetime

from flask_babel import force_locale
from flask_babel import gettext as _

from accounts.models import LanguageForm, Person
from accounts.notices.models import Topic
from accounts.notices.sending import tell
from accounts.queries import organisation, version_on
from applications.interests.queries import living_for
from foundation import clock
from foundation.language import BOKMAL, NYNORSK
from foundation.wording import format_day
from grants import consequences
from grants.models import Call


def tell_the_interested(call: Call, *, by: Person, at: datetime) -> None:
    """Tell everybody who waits for a call of this measure. Each is told once, of the first that comes."""
    del by
    for interest in living_for(call.measure_id):
        interest.told_at, interest.told_of_id = at, call.id
        locale = _language_of(interest.organisation_id, at)
        with force_locale(locale):
            tell(
                interest.contact_email,
                Topic.CALLS,
                subject=_("Ny utlysning: %(title)s", title=call.title.in_(locale)),
                body=_(
                    "Dere ba om å få vite når neste utlysning kom. «%(title)s» er nå publisert. "
                    "Den åpner %(opens)s, og siste dag for å søke er %(closes)s.",
                    title=call.title.in_(locale),
                    opens=format_day(call.opens_on),
                    closes=format_day(call.closes_on),
                ),
                at=at,
            )


def register() -> None:
    """Let it follow from publishing. Twice is once."""
    if tell_the_interested not in consequences.on_published:
        consequences.on_published.append(tell_the_interested)


def _language_of(organisation_id: int, at: datetime) -> str:
    version = version_on(organisation(organisation_id), clock.in_oslo(at).date())
    nynorsk = version is not None and version.language_form is LanguageForm.NYNORSK
    return NYNORSK if nynorsk else BOKMAL
