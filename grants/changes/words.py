"""What the differences between calls are called."""

from flask_babel import lazy_gettext as _l

from foundation import words
from grants.changes.difference import Kind
from grants.changes.snapshot import Field

words.register(
    {
        Kind.ADDED: _l("Lagt til"),
        Kind.REMOVED: _l("Fjernet"),
        Kind.CHANGED: _l("Endret"),
        Field.ANCHOR: _l("Hva karakteren betyr"),
        Field.APPEAL_ALLOWED: _l("Vedtak kan påklages"),
        Field.APPEAL_TEXT: _l("Om klage"),
        Field.APPLICANTS: _l("Hvem som kan søke"),
        Field.CHOICE: _l("Svaralternativ"),
        Field.CHOSEN: _l("Forvalteren har valgt"),
        Field.CLOSES_ON: _l("Søknadsfrist"),
        Field.FIRST_YEAR: _l("Første år med tilskudd"),
        Field.FRAME: _l("Ramme"),
        Field.GUIDANCE: _l("Veiledning"),
        Field.COLUMN: _l("Kolonne"),
        Field.HELP: _l("Hjelpetekst"),
        Field.HIGHEST: _l("Høyeste verdi"),
        Field.KIND: _l("Svartype"),
        Field.LABEL: _l("Ledetekst"),
        Field.LAST_YEAR: _l("Siste år med tilskudd"),
        Field.LOWEST: _l("Laveste verdi"),
        Field.MAX_CHARS: _l("Største antall tegn"),
        Field.MAX_MARK: _l("Høyeste karakter"),
        Field.MAY_BE_IRRELEVANT: _l("«Ikke relevant, fordi …» er et svar"),
        Field.MAY_LEAD: _l("Kan være hovedsøker"),
        Field.METHOD: _l("Slik fordeles rammen"),
        Field.NAME: _l("Navn"),
        Field.NOTE: _l("Forklaring"),
        Field.ONLY_LEAD: _l("Bare for én organisasjon"),
        Field.OPENS_ON: _l("Åpner"),
        Field.PERCENT: _l("Andel i prosent"),
        Field.PURPOSE: _l("Formål"),
        Field.REASON: _l("Begrunnelse"),
        Field.REQUIRED: _l("Må besvares"),
        Field.SCORED: _l("Gir poeng"),
        Field.SECTION: _l("Del av skjemaet"),
        Field.SOURCE: _l("Kilde"),
        Field.SUPPORTED: _l("Kan få støtte"),
        Field.TEXT: _l("Tekst"),
        Field.THRESHOLD: _l("Laveste karakter"),
        Field.TITLE: _l("Tittel"),
        Field.TRIGGER: _l("Betales ut"),
        Field.UNIT: _l("Enhet"),
        Field.VALUE: _l("Verdi"),
        Field.WEIGHT: _l("Vekt i prosent"),
        Field.WHEN_CODE: _l("Vises etter svaret på"),
        Field.WHEN_TEST: _l("Vises når svaret"),
        Field.WHEN_VALUE: _l("Svaret det gjelder"),
        Field.WORDING: _l("Versjon av spørsmålet"),
    }
)
