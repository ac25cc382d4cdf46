"""What refusals and checks of this room are called."""

from flask_babel import lazy_gettext as _l

from criteria.quality.measures import Reliability, Strength
from figures.catalogue.exported import Deviation
from figures.refusals import AskRefusal, KeyRefusal
from figures.success import By, Counting
from foundation import words

words.register(
    {
        Strength.POOR: _l("Dårlig"),
        Strength.FAIR: _l("Svak"),
        Strength.MODERATE: _l("Moderat"),
        Strength.GOOD: _l("God"),
        Strength.VERY_GOOD: _l("Svært god"),
        Reliability.RELIABLE: _l("Pålitelig"),
        Reliability.TENTATIVE: _l("Bare til foreløpige slutninger"),
        Reliability.UNRELIABLE: _l("For usikker til slutninger"),
    }
)
words.register(
    {
        By.SIZE: _l("Størrelse"),
        By.CENTRALITY: _l("Sentralitet"),
        By.COUNTY: _l("Fylke"),
        By.HEALTH_REGION: _l("Helseregion"),
        By.LANGUAGE_FORM: _l("Målform"),
        Counting.APPLICATIONS: _l("Søknader"),
        Counting.MUNICIPALITIES: _l("Kommuner"),
    }
)
words.register(
    {
        Deviation.LATE_INSTALMENT: _l("Raten har vært forfalt i mer enn 30 dager"),
        Deviation.LEFT_OVER: _l("Raten er ikke betalt, og budsjettåret er over"),
        Deviation.REPORT_OVERDUE: _l("Rapporten er ikke sendt innen fristen"),
        Deviation.UNUSED: _l("Tilskuddet er ikke brukt i året"),
        Deviation.CORRECTED: _l("Posteringen er rettet"),
    }
)
words.register(
    {
        KeyRefusal.MISSING: _l(
            "Send nøkkelen i hodet på forespørselen: Authorization: Bearer <nøkkel>."
        ),
        KeyRefusal.UNKNOWN: _l("Nøkkelen er ikke kjent."),
        KeyRefusal.EXPIRED: _l("Nøkkelen er utløpt. Be administratoren om en ny."),
        KeyRefusal.REVOKED: _l("Nøkkelen er trukket tilbake."),
        KeyRefusal.CLOSED: _l(
            "Personen som har nøkkelen, har ikke lenger tilgang til statistikken."
        ),
        AskRefusal.NO_SUCH_TABLE: _l("Det finnes ingen tabell som heter %(table)s."),
        AskRefusal.NO_SUCH_YEAR: _l("%(year)s er ikke et budsjettår i ordningen."),
        AskRefusal.NO_SUCH_FORMAT: _l("Formatet %(format)s finnes ikke. Velg json eller csv."),
    }
)

CHECK_WORDS = {
    "ledger": _l("Hovedboka: tilsagn innenfor bevilgning, utbetalinger innenfor tilsagn"),
    "ledger and trail": _l(
        "Hovedboka mot revisjonssporet: ingen postering mangler eller er endret"
    ),
    "instalments": _l("Ratene: de er tilskuddet, og det som er betalt, er bokført"),
    "calls": _l(
        "Utlysningene: versjonene har felles ramme og frist, og søknader følger en kunngjort versjon"
    ),
    "drafts": _l("Utkastene: de som er funnet klare, er slik de var da"),
    "journal": _l("Sakenes journal: hver sak har gått den veien prosedyren tillater"),
    "case numbers": _l("Saksnumrene: ingen hull i noe år"),
    "groups": _l("Samarbeidsgruppene: den som søker for gruppen, har sagt ja til den"),
    "confirmations": _l(
        "Bekreftelsene: de er det som ble signert, og har falt bort bare når de skulle"
    ),
    "proposals": _l("Innstillingene: de blir de samme når de regnes ut på nytt"),
    "searches": _l("Letingene etter beste fordeling: innstillingen bygger på det det ble spurt om"),
    "decisions": _l("Vedtakene: årene er beløpet, og signaturen passer til innholdet"),
    "messages": _l(
        "Meldingene: de står på rett side, og begge versjoner av det som er rettet, er tatt vare på"
    ),
    "questions": _l("Spørsmålene: hver utlysning spør slik spørsmålskatalogen sier"),
    "files": _l("Filene: alle er på plass og uendret"),
    "verdicts": _l("Viruskontrollen: vedleggene sier det samme om virus som svaret på filen"),
    "audit chain": _l("Revisjonssporet: kjeden er hel"),
}
"""What each check of `figures.checks` looks at, by its name."""
