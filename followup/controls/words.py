"""What signs, points of the checklist, findings and refusals of control are called."""

from flask_babel import lazy_gettext as _l

from criteria.sampling import RiskSign
from followup.controls.kinds import Consequence, Severity, Verdict
from followup.controls.refusals import Refusal
from foundation import words

words.register(
    {
        RiskSign.LARGE_GRANT: _l("Stort tilskudd"),
        RiskSign.MANY_PARTNERS: _l("Mange deltakere"),
        RiskSign.REPORT_LATE: _l("Rapport levert for sent eller ikke levert"),
        RiskSign.REPORT_RETURNED: _l("Rapport sendt tilbake"),
        RiskSign.PROJECT_CHANGED: _l("Prosjektet er endret underveis"),
        RiskSign.ACCOUNT_CHANGED: _l("Kontonummeret er byttet"),
    }
)
words.register(
    {
        Verdict.IN_ORDER: _l("I orden"),
        Verdict.NOT_IN_ORDER: _l("Ikke i orden"),
        Verdict.NOT_RELEVANT: _l("Ikke relevant"),
    }
)
words.register(
    {
        Severity.REMARK: _l("Merknad"),
        Severity.BREACH: _l("Brudd"),
        Severity.GRAVE: _l("Alvorlig brudd"),
    }
)
words.register(
    {
        Consequence.NOTE: _l("Noteres"),
        Consequence.FOLLOW_UP: _l("Følges opp"),
        Consequence.RECLAIM: _l("Krav om tilbakebetaling"),
    }
)
words.register(
    {
        Refusal.SEED_MISSING: _l("Skriv frøet og hvor det er kunngjort."),
        Refusal.SIZE_UNFIT: _l(
            "Det er %(number)s saker å trekke blant. Velg et tall fra 1 til %(number)s."
        ),
        Refusal.NOBODY_TO_DRAW: _l("Utlysningen har ingen tilskudd å kontrollere ennå."),
        Refusal.DRAWN_ALREADY: _l("Det er allerede trukket med dette frøet i utlysningen."),
        Refusal.CODE_TWICE: _l("To punkter kan ikke ha samme kode."),
        Refusal.TEXT_NOT_WHOLE: _l("Hvert punkt må ha tekst i begge målformer."),
        Refusal.NOT_IN_LIST: _l("Punktet står ikke i kontrollens sjekkliste."),
        Refusal.CONCLUDED: _l("Kontrollen er avsluttet og kan ikke endres."),
        Refusal.UNANSWERED: _l("Svar på alle punktene først. %(number)s gjenstår."),
        Refusal.COMMENT_MISSING: _l("Skriv hva som ikke er i orden."),
        Refusal.WORDS_MISSING: _l("Skriv hva du fant."),
        Refusal.DAY_MISSING: _l("Skriv når det skal være fulgt opp."),
        Refusal.SETTLED_ALREADY: _l("Funnet er allerede lukket."),
    }
)
