"""What documents, marks and refusals of the journal are called."""

from flask_babel import lazy_gettext as _l

from criteria.disclosure import DisclosureRefusal, Ground
from figures.openness.models import Direction, DocumentKind
from foundation import words

words.register(
    {
        Direction.IN: _l("Inn"),
        Direction.OUT: _l("Ut"),
    }
)
words.register(
    {
        DocumentKind.APPLICATION: _l("Søknad om tilskudd"),
        DocumentKind.WITHDRAWAL: _l("Søknaden er trukket"),
        DocumentKind.LETTER: _l("Brev"),
        DocumentKind.SUPPLEMENT: _l("Svar på mangelbrev"),
        DocumentKind.MESSAGE: _l("Melding i saken"),
        DocumentKind.ACCEPTANCE: _l("Svar på tilskuddsbrev"),
        DocumentKind.COMPLAINT: _l("Klage på vedtak"),
        DocumentKind.COMPLAINT_WITHDRAWN: _l("Klagen er trukket"),
        DocumentKind.COMPLAINT_COMMENT: _l("Uttalelse til klagesak"),
        DocumentKind.COMPLAINT_FORWARDED: _l("Klagesak oversendt til klageinstansen"),
        DocumentKind.COMPLAINT_RESULT: _l("Klageinstansens avgjørelse"),
        DocumentKind.REASONS_ASKED: _l("Krav om begrunnelse"),
        DocumentKind.REASONS_GIVEN: _l("Begrunnelse for vedtak"),
        DocumentKind.REPORT: _l("Rapport"),
        DocumentKind.REPORT_RETURNED: _l("Svar på rapport"),
    }
)
words.register(
    {
        Ground.PERSONAL: _l("Noens personlige forhold"),
        Ground.BUSINESS: _l("Forretningshemmeligheter"),
        Ground.INTERNAL: _l("Dokument for den interne saksforberedelsen"),
        Ground.FROM_OUTSIDE: _l("Innhentet utenfra for den interne saksforberedelsen"),
        Ground.TENDER: _l("Tilbud og protokoll før leverandør er valgt"),
        Ground.BARGAINING: _l("Det offentliges forhandlingsposisjon"),
        Ground.CONTROL: _l("Kontrolltiltak som innsyn ville motvirke"),
        Ground.CRIME: _l("Melding om lovbrudd"),
        Ground.IDENTITY: _l("Fødselsnummer eller lignende"),
        Ground.NOT_YET: _l("Utsatt innsyn"),
    }
)
words.register(
    {
        DisclosureRefusal.REASON_MISSING: _l("Skriv hvorfor."),
        DisclosureRefusal.NOTHING_TO_LIFT: _l("Dokumentet er ikke unntatt."),
        DisclosureRefusal.SAME_AS_BEFORE: _l("Dokumentet er allerede merket slik."),
        DisclosureRefusal.ASKED_ALREADY: _l(
            "Noen med denne adressen har allerede bedt om dokumentet. Svaret kommer på e-post."
        ),
        DisclosureRefusal.ANSWERED_ALREADY: _l("Innsynskravet er allerede besvart."),
        DisclosureRefusal.GROUND_MISSING: _l(
            "Velg paragrafen som det som holdes tilbake, er unntatt etter."
        ),
        DisclosureRefusal.NOTHING_GIVEN: _l("Velg hva som gis ut, eller paragrafen for avslaget."),
        DisclosureRefusal.FILES_MISSING: _l(
            "Saken kan ikke lastes ned nå, for disse filene mangler i arkivet: %(names)s. "
            "Ta kontakt med oss, så finner vi dem."
        ),
        DisclosureRefusal.CONFIDENTIAL: _l(
            "Dokumentet er merket som taushetsbelagt og kan ikke gis ut helt. Opphev merkingen først, "
            "eller hold tilbake det som er taushetsbelagt."
        ),
    }
)
