"""What topics, frequencies and sources are called."""

from flask_babel import lazy_gettext as _l

from accounts.notices.models import BounceSource, Frequency, Topic
from accounts.notices.refusals import NoticeRefusal
from foundation import words

words.register(
    {
        Topic.MESSAGES: _l("Nye meldinger i saker"),
        Topic.PARTNERS: _l("Invitasjoner, bekreftelser og svar mellom deltakere i en søknad"),
        Topic.REPORTS: _l("Svar på rapporter"),
        Topic.RECEIPTS: _l("Kvittering når en søknad er sendt inn"),
        Topic.DEADLINES: _l("Mangelbrev og frister dere må holde"),
        Topic.DECISIONS: _l("Vedtak og andre brev i saken"),
        Topic.FILES: _l("Filer som ikke kan brukes"),
        Topic.CALLS: _l("Endringer i utlysninger dere har søkt på"),
        Topic.RULINGS: _l("Habilitet som venter på din avgjørelse"),
        Topic.HEARINGS: _l("Høringer om utkast til utlysninger"),
        Frequency.AT_ONCE: _l("Med en gang"),
        Frequency.DAILY: _l("Samlet, én gang om dagen"),
        Frequency.WEEKLY: _l("Samlet, hver mandag"),
        Frequency.NEVER: _l("Aldri"),
        BounceSource.REFUSED: _l("Mottakerens e-posttjener avviste varselet"),
        BounceSource.REPORT: _l("E-posten kom i retur"),
        BounceSource.PERSON: _l("Meldt av en person"),
        NoticeRefusal.MUST_BE_SENT: _l("Disse varslene må vi sende. De kan ikke velges bort."),
        NoticeRefusal.NOT_AN_ADDRESS: _l(
            "Skriv en gyldig e-postadresse, for eksempel navn@kommune.no."
        ),
        NoticeRefusal.REASON_MISSING: _l("Skriv hvordan du vet at adressen ikke virker."),
    }
)
