"""What refusals and checks of this room are called."""

from flask_babel import lazy_gettext as _l

from criteria.quality.measures import Reliability, Strength
from criteria.registerline import RegisterProblem
from criteria.yearend import Assumption
from figures.catalogue.exported import Deviation
from figures.evidence.extent import Extent
from figures.refusals import AskRefusal, EvidenceRefusal, KeyRefusal, SnapshotRefusal
from figures.success import By, Counting
from figures.yearly import Part, YearAmount
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
        Part.POST: _l("Post"),
        Part.CALL: _l("Utlysning"),
        Part.MEASURE: _l("Tiltak"),
        Part.COUNTY: _l("Fylke"),
        YearAmount.COMMITTED: _l("Tilsagn"),
        YearAmount.PAID: _l("Utbetalt"),
        YearAmount.REMAINING: _l("Ikke utbetalt"),
        YearAmount.OVERDUE: _l("Forfalt"),
        YearAmount.EXPECTED: _l("Ventet ved årets slutt"),
        Assumption.ALL_PLANNED_IS_PAID: _l(
            "Alle rater i budsjettåret som ikke er utbetalt, blir utbetalt før 31. desember, også de "
            "som venter på en rapport eller er holdt tilbake av en klage."
        ),
        Assumption.NOTHING_NEW: _l(
            "Nye vedtak, krav og tilbakebetalinger er ikke regnet med, og heller ikke tilskudd som "
            "ennå ikke er akseptert: de får rater når de blir akseptert."
        ),
        Assumption.IS_OVER: _l("Budsjettåret er over. Det som er utbetalt, er det året endte med."),
    }
)
words.register(
    {
        RegisterProblem.NO_ORGANISATION_NUMBER: _l("Mottakerens organisasjonsnummer er ikke kjent"),
        RegisterProblem.WRONG_ORGANISATION_NUMBER: _l("Organisasjonsnummeret er ikke gyldig"),
        RegisterProblem.NOTHING_GRANTED: _l("Det er ikke innvilget noe i året"),
        RegisterProblem.NOT_WHOLE_KRONER: _l("Beløpet er ikke i hele kroner"),
    }
)
words.register(
    {
        Extent.CASE: _l("Sak"),
        Extent.ROUND: _l("Runde"),
        Extent.YEAR: _l("Budsjettår"),
        EvidenceRefusal.NOTHING_DECIDED: _l(
            "Det er ikke sendt ut noe vedtak i utvalget. En bevispakke har bare saker som er avgjort."
        ),
    }
)
words.register(
    {
        Deviation.LATE_INSTALMENT: _l("Raten har vært forfalt i mer enn 30 dager"),
        Deviation.LEFT_OVER: _l("Raten er ikke betalt, og budsjettåret er over"),
        Deviation.REPORT_OVERDUE: _l("Rapporten er ikke sendt innen fristen"),
        Deviation.UNUSED: _l("Tilskuddet er ikke brukt i året"),
        Deviation.RETURNED: _l("Betalingen kom i retur, og ingen har undersøkt hvorfor"),
        Deviation.CLAIM_OVERDUE: _l("Kravet er ikke betalt innen fristen"),
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
        KeyRefusal.TERMS: _l("Du må godta vilkårene på siden Data til forskning først."),
        KeyRefusal.NO_TIME: _l(
            "Tilgangen din er ikke gitt, eller den er utløpt. Be administratoren om en nøkkel."
        ),
        SnapshotRefusal.UNDER_WAY: _l("En utgave lages nå. Vent til den er ferdig."),
        AskRefusal.NO_SUCH_TABLE: _l("Det finnes ingen tabell som heter %(table)s."),
        AskRefusal.NO_SUCH_YEAR: _l("%(year)s er ikke et budsjettår i ordningen."),
        AskRefusal.NO_SUCH_FORMAT: _l(
            "Formatet %(format)s finnes ikke. Velg json, csv, parquet eller jsonstat."
        ),
        AskRefusal.NO_SUCH_CODES: _l("codes må være then eller now, ikke %(codes)s."),
        AskRefusal.NO_CUBE: _l(
            "Tabellen %(table)s har en rad for hver hendelse og kan ikke gis som JSON-stat."
        ),
    }
)

CHECK_WORDS = {
    "benefits": _l("Gevinstene: hvert tall er det kommunen registrerte, og ingen retting mangler"),
    "control samples": _l("Utvalgene til kontroll: trukket på nytt gir hvert av dem det samme"),
    "ledger": _l("Hovedboka: tilsagn innenfor bevilgning, utbetalinger innenfor tilsagn"),
    "ledger and trail": _l(
        "Hovedboka mot revisjonssporet: ingen postering mangler eller er endret"
    ),
    "balances": _l("Saldoene: hver av dem er summen av posteringene sine"),
    "movements": _l("Omdisponeringene: det som er tatt ett sted, er ført et annet sted"),
    "closed months": _l(
        "De avsluttede månedene: de følger hverandre, og ingenting er ført i dem etterpå"
    ),
    "interest": _l("Rentene: hver dag er beregnet høyst én gang, og ikke med mer enn satsen gir"),
    "running costs": _l(
        "Driftskostnadene: hver linje er som den ble registrert, og det som er tatt tilbake, er tatt helt"
    ),
    "claims": _l("Kravene: det som er krevd tilbake i hovedboka, er det som er vedtatt"),
    "carry-overs": _l(
        "Ubrukte midler i sakene: det som er flyttet eller har falt bort, er det som er signert"
    ),
    "successors": _l(
        "Sakene som er ført over: delene er hele beløpet, og ingen andre får det som ikke er betalt"
    ),
    "instalments": _l(
        "Ratene: de er det som gjenstår av tilskuddet, og det som er betalt, er bokført"
    ),
    "held money": _l(
        "Det som holder penger tilbake: ingenting er betalt under klage, stans eller bytte av konto"
    ),
    "local decisions": _l(
        "Kommunenes egne vedtak: ingenting er betalt mens en kommune manglet et vedtak som kreves"
    ),
    "stage gates": _l(
        "Stoppunktene og kontrollpunktene: en rate som venter på et punkt, forfaller når "
        "det er passert, og ikke før"
    ),
    "batches": _l("Utbetalingsbunkene: linjene er ratene, og bankfilen sier det samme som linjene"),
    "accounts": _l("Kontoene: ratene som venter på utbetaling, har kontoen som gjelder i saken"),
    "authorities": _l("Fullmaktene: de er slik revisjonssporet sier de ble gitt"),
    "evaluations": _l("Evalueringene: de som er signert, sier det samme som da de ble signert"),
    "hearings": _l(
        "Høringene: innspillene kom i tide, og er besvart der utlysningen er kunngjort"
    ),
    "calls": _l(
        "Utlysningene: versjonene har felles ramme og frist, og søknader følger en kunngjort versjon"
    ),
    "drafts": _l("Utkastene: de som er funnet klare, er slik de var da"),
    "journal": _l("Sakenes journal: hver sak har gått den veien prosedyren tillater"),
    "journal and trail": _l(
        "Sakenes journal mot revisjonssporet: de forteller om de samme handlingene"
    ),
    "case numbers": _l("Saksnumrene: ingen hull i noe år"),
    "groups": _l("Samarbeidsgruppene: den som søker for gruppen, har sagt ja til den"),
    "confirmations": _l(
        "Bekreftelsene: de er det som ble signert, og har falt bort bare når de skulle"
    ),
    "proposals": _l("Innstillingene: de blir de samme når de regnes ut på nytt"),
    "searches": _l("Letingene etter beste fordeling: innstillingen bygger på det det ble spurt om"),
    "decisions": _l("Vedtakene: årene er beløpet, og signaturen passer til innholdet"),
    "registers": _l(
        "Registrene: versjoner og erklæringer følger etter hverandre, og stikkprøvene trekkes likt på nytt"
    ),
    "messages": _l(
        "Meldingene: de står på rett side, og begge versjoner av det som er rettet, er tatt vare på"
    ),
    "questions": _l("Spørsmålene: hver utlysning spør slik spørsmålskatalogen sier"),
    "files": _l("Filene: alle er på plass og uendret"),
    "verdicts": _l("Viruskontrollen: vedleggene sier det samme om virus som svaret på filen"),
    "public journal": _l(
        "Den offentlige journalen: hver linje har et dokument, uten hull i numrene"
    ),
    "audit chain": _l("Revisjonssporet: kjeden er hel"),
}
"""What each check of `figures.checks` looks at, by its name."""
