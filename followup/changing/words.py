"""What changes of projects, their steps and their refusals are called."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from criteria.changes import ChangeProblem
from followup.changing.models import ChangeRequest
from followup.changing.notes import ChangeNote
from followup.changing.refusals import Refusal
from foundation import words


class ChangeState(StrEnum):
    """Where a change stands: read from its facts, never stored."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


def state_of(change: ChangeRequest) -> ChangeState:
    """Read where a change stands."""
    if change.withdrawn_at is not None:
        return ChangeState.WITHDRAWN
    if change.decided_at is not None:
        return ChangeState.APPROVED if change.approved else ChangeState.REFUSED
    return ChangeState.DRAFT if change.submitted_at is None else ChangeState.SUBMITTED


words.register(
    {
        ChangeState.DRAFT: _l("Utkast"),
        ChangeState.SUBMITTED: _l("Til behandling"),
        ChangeState.APPROVED: _l("Godkjent"),
        ChangeState.REFUSED: _l("Ikke godkjent"),
        ChangeState.WITHDRAWN: _l("Trukket"),
    }
)
words.register(
    {
        ChangeProblem.NOTHING_CHANGED: _l("Skriv hva dere vil endre."),
        ChangeProblem.REASON_MISSING: _l("Skriv hvorfor dere vil endre prosjektet."),
        ChangeProblem.LEAD_LEAVES: _l("Hovedsøkeren kan ikke gå ut av prosjektet."),
        ChangeProblem.NOT_IN_THE_PLAN: _l(
            "Prosjektet er endret siden utkastet ble laget. Gå gjennom endringen på nytt."
        ),
        ChangeProblem.END_BEFORE_START: _l("Prosjektet kan ikke slutte før det begynner."),
        ChangeProblem.YEAR_NOT_GRANTED: _l("Det er ikke gitt tilskudd for %(subject)s."),
        ChangeProblem.YEAR_IS_SETTLED: _l(
            "Årsrapporten for %(subject)s er godkjent. Pengene for det året kan ikke flyttes."
        ),
        ChangeProblem.YEAR_DOES_NOT_ADD_UP: _l(
            "Beløpene for %(subject)s må bli like mye som tilskuddet for året."
        ),
        ChangeProblem.MONEY_OUTSIDE_ACTIVITIES: _l(
            "Flytt pengene fra aktiviteten som tas ut: %(subject)s."
        ),
        ChangeProblem.NO_ACTIVITY_LEFT: _l("Prosjektet må ha minst én aktivitet."),
        ChangeProblem.NEW_ACTIVITY_NOT_DESCRIBED: _l(
            "Skriv hva dere skal gjøre i den nye aktiviteten: %(subject)s."
        ),
    }
)
words.register(
    {
        Refusal.AWAITS_ANSWER: _l(
            "En endringssøknad er allerede til behandling i saken. Vent til den er besvart, "
            "eller trekk den."
        ),
        Refusal.NOT_A_DRAFT: _l("Endringssøknaden er sendt og kan ikke endres."),
        Refusal.NOT_WHOLE: _l(
            "Endringssøknaden kan ikke sendes ennå. Dette må rettes: %(number)s."
        ),
        Refusal.NOT_TO_CONFIRM: _l("Dere har ikke noe å bekrefte i denne endringen nå."),
        Refusal.NOT_PARTNERS_SIGNATORY: _l(
            "Bare den som har signaturrett for deltakeren, kan gjøre dette."
        ),
        Refusal.AUTHORITY_MISSING: _l("Skriv hva fullmakten din bygger på."),
        Refusal.REASON_MISSING: _l("Skriv hvorfor dere vil ut av prosjektet."),
        Refusal.LEAD_CANNOT_LEAVE: _l("Hovedsøkeren kan ikke gå ut av prosjektet."),
        Refusal.NOT_TO_DECIDE: _l("Endringssøknaden er ikke til behandling."),
        Refusal.NOT_CONFIRMED: _l("Disse har ikke bekreftet endringen: %(names)s."),
        Refusal.NO_LONGER_FITS: _l(
            "Tilskuddet eller rapportene er endret siden søknaden ble sendt. Endringen passer ikke lenger."
        ),
        Refusal.NOT_OPEN: _l("Endringssøknaden er besvart eller trukket."),
    }
)

EVENT_WORDS.update(
    {
        ChangeNote.OPENED_BY_PARTNER.value: _l("%(name)s vil ut av prosjektet"),
        ChangeNote.SUBMITTED.value: _l("Endringssøknad nr. %(number)s ble sendt inn"),
        ChangeNote.CONFIRMED.value: _l("%(name)s bekreftet sin del av en endring"),
        ChangeNote.WITHDRAWN.value: _l("Endringssøknad nr. %(number)s ble trukket"),
        ChangeNote.APPROVED.value: _l("Endringssøknad nr. %(number)s ble godkjent"),
        ChangeNote.REFUSED.value: _l("Endringssøknad nr. %(number)s ble ikke godkjent"),
    }
)
