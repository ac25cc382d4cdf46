"""What the words of hearings are called, and why something in a hearing could not be done."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from foundation import words
from grants.hearings.models import Outcome, PointKind


class HearingRefusal(StrEnum):
    """Why a hearing was not opened, used or ended."""

    ALREADY_HEARD = "already_heard"
    IS_AN_EDITION = "is_an_edition"
    CLOSES_TOO_SOON = "closes_too_soon"
    NOTHING_TO_HEAR = "nothing_to_hear"
    CLOSED = "closed"
    STILL_OPEN = "still_open"
    NOT_OWN_ORGANISATION = "not_own_organisation"
    ALREADY_WITHDRAWN = "already_withdrawn"
    NOTHING_CHOSEN = "nothing_chosen"
    ANSWERED_FOR_GOOD = "answered_for_good"
    TEXT_MISSING = "text_missing"
    UNANSWERED = "unanswered"
    NOT_SUMMED_UP = "not_summed_up"
    WAS_HEARD = "was_heard"


words.register(
    {
        PointKind.CRITERION: _l("Tildelingskriterier"),
        PointKind.RULE: _l("Andre regler"),
        Outcome.TAKEN_IN: _l("Tatt inn"),
        Outcome.PARTLY: _l("Delvis tatt inn"),
        Outcome.NOT_TAKEN_IN: _l("Ikke tatt inn"),
        Outcome.NOTED: _l("Tatt til orientering"),
        HearingRefusal.ALREADY_HEARD: _l("Utkastet har allerede vært på høring."),
        HearingRefusal.IS_AN_EDITION: _l(
            "Kriteriene i en kunngjort utlysning endres ikke, så en ny versjon sendes ikke på høring."
        ),
        HearingRefusal.CLOSES_TOO_SOON: _l("Fristen må være etter i dag."),
        HearingRefusal.NOTHING_TO_HEAR: _l("Utkastet har ingen kriterier å uttale seg om ennå."),
        HearingRefusal.CLOSED: _l("Høringen er avsluttet. Innspill kan ikke lenger gis eller trekkes."),
        HearingRefusal.STILL_OPEN: _l("Høringen er åpen til og med %(closes_on)s."),
        HearingRefusal.NOT_OWN_ORGANISATION: _l(
            "Bare de som handler for organisasjonen, kan uttale seg for den."
        ),
        HearingRefusal.ALREADY_WITHDRAWN: _l("Innspillet er allerede trukket."),
        HearingRefusal.NOTHING_CHOSEN: _l("Velg minst ett innspill som svaret gjelder."),
        HearingRefusal.ANSWERED_FOR_GOOD: _l(
            "Utlysningen er kunngjort, og svarene på innspillene er offentlige. De endres ikke."
        ),
        HearingRefusal.TEXT_MISSING: _l("Skriv teksten i begge målformer."),
        HearingRefusal.UNANSWERED: _l(
            "Utkastet har vært på høring, og %(number)s innspill er ikke besvart."
        ),
        HearingRefusal.NOT_SUMMED_UP: _l(
            "Utkastet har vært på høring, og høringen er ikke oppsummert."
        ),
        HearingRefusal.WAS_HEARD: _l(
            "Utkastet har vært på høring. Høringen er et saksdokument, så utkastet kan ikke kastes."
        ),
    }
)
