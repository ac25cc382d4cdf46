"""What plans, their origins and their refusals are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from criteria.planning import PlanRefusal
from foundation import words
from payments.notes import CaseNote
from payments.plans.kinds import PlanOrigin

words.register(
    {
        PlanOrigin.ACCEPTED: _l("Laget da tilskuddet ble akseptert"),
        PlanOrigin.RAISED: _l("Et nytt vedtak ga mer"),
        PlanOrigin.ADJUSTED: _l("Endret av saksbehandler"),
        PlanOrigin.REDUCED: _l("Tilskuddet ble avkortet"),
        PlanOrigin.PASSED_ON: _l("Andre kommuner tok over saken"),
        PlanOrigin.CARRIED: _l("Penger ble flyttet til et annet år"),
        PlanRefusal.NOTHING_TO_PLAN: _l("Det er ingenting igjen å betale i saken."),
        PlanRefusal.UNCHANGED: _l("Planen er den samme som før."),
        PlanRefusal.TOO_MANY: _l("Planen kan ha høyst 24 rater som ikke er betalt."),
        PlanRefusal.NOT_ABOVE_NOTHING: _l("Beløpet i hver rate må være større enn 0."),
        PlanRefusal.NOT_THE_YEAR: _l(
            "Ratene for %(year)s er til sammen %(planned)s, men skal være %(owed)s."
        ),
        PlanRefusal.BEFORE_ITS_YEAR: _l(
            "En rate for %(year)s kan ikke betales før året begynner. Velg en senere dato."
        ),
        PlanRefusal.NO_DATE: _l("Skriv datoen for rater som betales på en bestemt dato."),
        PlanRefusal.NO_SUCH_REPORT: _l("Prosjektet rapporterer ikke for det året."),
        PlanRefusal.NO_SUCH_POINT: _l("Punktet finnes ikke i saken, eller er trukket."),
        PlanRefusal.SHARES_MOVED: _l(
            "Hver kommune skal fortsatt ha sin del av det som ikke er betalt. Del og flytt bare innenfor den."
        ),
        PlanRefusal.BOUND: _l(
            "Det meste av beløpet er i en utbetalingsbunke. Trekk bunken tilbake først."
        ),
    }
)
EVENT_WORDS.update(
    {
        CaseNote.PLAN_ADJUSTED.value: _l("Utbetalingsplanen ble endret"),
        CaseNote.ATTESTATION_FELL_WITH_PLAN.value: _l(
            "Rate %(instalment)s må attesteres på nytt, for utbetalingsplanen er endret"
        ),
    }
)
