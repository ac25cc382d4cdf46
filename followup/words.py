"""What duties, reports, lacks and refusals of this room are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from criteria.duties import DutyKind
from criteria.estimates import Against
from criteria.reporting import ActivityStatus, Lack
from followup.notes import CaseNote
from followup.queries.review import Queue
from followup.refusals import Refusal
from followup.states import DutyState
from foundation import words

words.register(
    {
        Against.UNDER: _l("Under forventet kostnad"),
        Against.AS_EXPECTED: _l("Som forventet"),
        Against.OVER: _l("Over forventet kostnad"),
        Against.OVER_UPPER: _l("Over forventet kostnad, og over øvre anslag"),
    }
)
words.register(
    {
        DutyKind.STATUS: _l("Statusrapport"),
        DutyKind.ANNUAL: _l("Årsrapport"),
        DutyKind.FINAL: _l("Sluttrapport"),
        DutyKind.BENEFITS: _l("Oppfølging av gevinster"),
        DutyKind.EXPERIENCE: _l("Deling av erfaringer"),
    }
)
words.register(
    {
        ActivityStatus.NOT_BEGUN: _l("Ikke begynt"),
        ActivityStatus.UNDER_WAY: _l("I gang"),
        ActivityStatus.DONE: _l("Fullført"),
        ActivityStatus.DROPPED: _l("Tatt ut"),
    }
)
words.register(
    {
        DutyState.NOT_BEGUN: _l("Ikke begynt"),
        DutyState.DRAFT: _l("Under arbeid"),
        DutyState.SUBMITTED: _l("Sendt inn"),
        DutyState.RETURNED: _l("Sendt tilbake"),
        DutyState.APPROVED: _l("Godkjent"),
        DutyState.MET: _l("Oppfylt"),
    }
)
words.register(
    {
        Queue.TO_REVIEW: _l("Til behandling"),
        Queue.OVERDUE: _l("Fristen er ute"),
        Queue.RETURNED: _l("Sendt tilbake"),
        Queue.APPROVED: _l("Godkjent"),
        Queue.ALL: _l("Alle"),
    }
)
words.register(
    {
        Lack.PROGRESS: _l("Fortell hvordan arbeidet har gått."),
        Lack.RESULTS: _l("Fortell hva dere har oppnådd."),
        Lack.EXPERIENCE: _l("Fortell hva andre kan lære av prosjektet."),
        Lack.ACTIVITY_COMMENT: _l("Fortell hva dere har gjort."),
        Lack.STATUS_AND_PERCENT: _l(
            "Status og prosent stemmer ikke overens. Fullført er 100 prosent, ikke begynt er 0."
        ),
        Lack.ACCOUNTS: _l("Skriv hva dere har brukt. Er det ingenting, skriver dere 0."),
        Lack.DEVIATIONS: _l("Forklar avvikene fra budsjettet og planen."),
        Lack.SPENT_OVER_GRANT: _l(
            "Dere har ført mer enn tilskuddet for perioden. Det dere dekker selv, skal ikke føres her."
        ),
        Lack.BENEFIT_PLAN: _l("Fyll ut indikator, enhet, ansvarlig, nullpunkt, mål og måldato."),
        Lack.BENEFIT_MEASURED_ON: _l("Skriv når gevinsten ble målt."),
        Lack.AUDIT: _l("Legg ved bekreftelse av regnskapet fra revisor."),
        Lack.ANNUAL_REPORT: _l("Send inn årsrapporten for dette året først."),
        Lack.ANSWER: _l("Svar på spørsmålet."),
        Lack.CELLS: _l("Fyll ut det som mangler i radene dere har begynt på."),
        Lack.ANSWER_TOO_LONG: _l("Svaret er lengre enn det er plass til."),
        Lack.DECLARATION: _l("Erklæringen må være krysset av."),
        Lack.NO_BASELINE: _l(
            "Alle kommunene må ha registrert et nullpunkt for gevinsten før innføringen begynner."
        ),
        Lack.NOT_MEASURED: _l("Alle kommunene må ha målt gevinsten i dette året."),
    }
)
words.register(
    {
        Refusal.GRANT_NOT_IN_FORCE: _l("Saken er avsluttet. Da kan det ikke rapporteres i den."),
        Refusal.ALREADY_SENT: _l("Rapporten er sendt inn og venter på svar."),
        Refusal.ALREADY_APPROVED: _l("Rapporten er allerede godkjent."),
        Refusal.NOT_A_DRAFT: _l("Rapporten er sendt inn og kan ikke endres."),
        Refusal.INCOMPLETE: _l("Rapporten kan ikke sendes inn ennå. %(number)s ting mangler."),
        Refusal.NO_AUDIT_HERE: _l("Revisors bekreftelse hører til årsrapportene."),
        Refusal.NOT_TO_REVIEW: _l("Rapporten er ikke til behandling."),
        Refusal.REASON_MISSING: _l("Skriv hva som må rettes."),
        Refusal.ANNUAL_NOT_APPROVED: _l(
            "Sluttrapporten kan ikke godkjennes før årsrapportene er det. Dette gjenstår: %(years)s."
        ),
        Refusal.NO_FORM: _l("Denne plikten har ikke noe rapportskjema."),
        Refusal.HAS_A_FORM: _l("Denne plikten blir oppfylt med en rapport."),
        Refusal.MET_ALREADY: _l("Plikten er allerede oppfylt."),
        Refusal.HOW_MISSING: _l("Skriv hvordan plikten er oppfylt."),
        Refusal.ACCOUNTS_CHANGED: _l(
            "En årsrapport er rettet etter at sluttrapporten ble sendt inn. Send sluttrapporten tilbake."
        ),
    }
)

EVENT_WORDS.update(
    {
        CaseNote.STATUS_SUBMITTED.value: _l("Statusrapporten for %(year)s ble sendt inn"),
        CaseNote.STATUS_APPROVED.value: _l("Statusrapporten for %(year)s ble godkjent"),
        CaseNote.STATUS_RETURNED.value: _l("Statusrapporten for %(year)s ble sendt tilbake"),
        CaseNote.BENEFITS_SUBMITTED.value: _l("Rapporten om gevinstene i %(year)s ble sendt inn"),
        CaseNote.BENEFITS_APPROVED.value: _l("Rapporten om gevinstene i %(year)s ble godkjent"),
        CaseNote.BENEFITS_RETURNED.value: _l("Rapporten om gevinstene i %(year)s ble sendt tilbake"),
        CaseNote.BENEFITS_MET.value: _l("Gevinstene for %(year)s er fulgt opp"),
        CaseNote.EXPERIENCE_MET.value: _l("Prosjektet har delt erfaringene sine"),
        CaseNote.ANNUAL_SUBMITTED.value: _l("Årsrapporten for %(year)s ble sendt inn"),
        CaseNote.ANNUAL_APPROVED.value: _l("Årsrapporten for %(year)s ble godkjent"),
        CaseNote.ANNUAL_RETURNED.value: _l("Årsrapporten for %(year)s ble sendt tilbake"),
        CaseNote.FINAL_SUBMITTED.value: _l("Sluttrapporten ble sendt inn"),
        CaseNote.FINAL_APPROVED.value: _l("Sluttrapporten ble godkjent"),
        CaseNote.FINAL_RETURNED.value: _l("Sluttrapporten ble sendt tilbake"),
    }
)
