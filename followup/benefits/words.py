"""What benefits, their figures and their refusals are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from criteria.benefits import ValueProblem
from criteria.benefitwords import (
    Actor,
    Frequency,
    Grade,
    IndicatorKind,
    Level,
    Use,
    ValueKind,
)
from criteria.handing import HandingProblem
from followup.benefits.models import HandoverState
from followup.benefits.notes import BenefitNote
from followup.benefits.refusals import Refusal
from foundation import words

words.register(
    {
        Level.LOW: _l("Lav"),
        Level.MIDDLE: _l("Middels"),
        Level.HIGH: _l("Høy"),
        IndicatorKind.CHANGE: _l("Endring"),
        IndicatorKind.BENEFIT: _l("Gevinst"),
        ValueKind.BASELINE: _l("Nullpunkt"),
        ValueKind.TARGET: _l("Mål"),
        ValueKind.MEASURED: _l("Måling"),
        Grade.MEASURED: _l("Målt"),
        Grade.CALCULATED: _l("Beregnet"),
        Grade.ESTIMATED: _l("Anslått"),
        Frequency.ALWAYS: _l("Løpende"),
        Frequency.YEARLY: _l("Hvert år"),
        Frequency.EVERY_SECOND_YEAR: _l("Hvert andre år"),
        Frequency.BEFORE_THEN_YEARLY: _l("Før innføring, deretter hvert år"),
        Frequency.NOT_SET: _l("Ikke bestemt"),
        Use.LOWER_COSTS: _l("Lavere kostnader"),
        Use.BETTER_QUALITY: _l("Bedre kvalitet i tjenesten"),
        Use.MORE_TREATMENTS: _l("Flere behandlinger eller konsultasjoner"),
        Use.BETTER_WORK: _l("Bedre arbeidsvilkår for helsepersonell"),
        Use.CITIZENS_OWN: _l("Gevinsten er innbyggernes egen"),
        Actor.CITIZENS: _l("Innbyggere"),
        Actor.STAFF: _l("Helsepersonell i kommunen"),
        Actor.KOMMUNER: _l("Kommuner"),
        Actor.HOSPITALS: _l("Spesialisthelsetjenesten"),
        Actor.SOCIETY: _l("Samfunnet for øvrig"),
        Actor.OTHERS: _l("Andre, som forskere"),
        ValueProblem.IN_THE_FUTURE: _l("Datoen kan ikke være etter i dag."),
        ValueProblem.BASELINE_FIRST: _l("Registrer nullpunktet først."),
        ValueProblem.NOT_AFTER_BASELINE: _l(
            "Mål og målinger må ha en dato som er senere enn nullpunktet."
        ),
        ValueProblem.SAME_AS_BASELINE: _l("Målet må være en annen verdi enn nullpunktet."),
        ValueProblem.NO_METHOD: _l("Skriv hvordan verdien er funnet."),
        ValueProblem.NO_GRADE: _l("Velg om verdien er målt, beregnet eller anslått."),
        ValueProblem.NOT_EXPLAINED: _l(
            "Målingen ligger etter målet. Skriv hva som er grunnen, og hva dere gjør med det."
        ),
        ValueProblem.DAY_TAKEN: _l(
            "Det er allerede en måling fra denne datoen. Rett den i stedet."
        ),
        Refusal.NOT_IN_FORCE: _l("Gevinster følges opp når tilskuddet er akseptert."),
        Refusal.NOT_IN_CATALOGUE: _l("Gevinsten er ikke i katalogen."),
        Refusal.CHOSEN_ALREADY: _l("Prosjektet har allerede valgt gevinsten, eller tatt den ut."),
        Refusal.NOTHING_CHOSEN: _l("Velg minst én gevinst."),
        Refusal.DROPPED: _l("Prosjektet følger ikke gevinsten lenger."),
        Refusal.NO_STAKEHOLDER: _l("Velg minst én som har nytte av gevinsten."),
        Refusal.REASON_MISSING: _l("Feltet kan ikke stå tomt."),
        Refusal.NOT_OWN_KOMMUNE: _l("Bare kommunen selv kan registrere tallene sine."),
        Refusal.RECORDED_ALREADY: _l("Verdien er allerede registrert. Rett den i stedet."),
        Refusal.CORRECTED_ALREADY: _l("Verdien er allerede rettet eller trukket tilbake."),
        Refusal.ONLY_MEASUREMENTS: _l("Nullpunkt og mål kan rettes, men ikke trekkes tilbake."),
        Refusal.CLOSED_ALREADY: _l("Risikoen er allerede lukket."),
        Refusal.ANSWERED_ALREADY: _l("Noen har allerede svart på dette."),
        Refusal.ANSWER_MISSING: _l("Skriv et svar."),
        Refusal.FILLED_ALREADY: _l("Katalogen er allerede hentet inn."),
        Refusal.HANDED_OVER: _l(
            "Ansvaret for gevinsten er overført. Den som har overtatt det, registrerer tallene."
        ),
        Refusal.NOT_RECEIVERS: _l("Bare en som kan signere for mottakeren, kan svare."),
        Refusal.NOT_GIVERS: _l(
            "Bare en som kan signere for den som har ansvaret, kan overføre det."
        ),
        Refusal.HANDOVER_SETTLED: _l("Overføringen er allerede besvart eller trukket tilbake."),
        Refusal.NOBODY_SIGNS: _l(
            "Ingen kan signere for mottakeren i Tilsagn ennå. Be dem få tilgang først."
        ),
        HandingProblem.NOTHING_HANDED: _l("Velg minst én gevinst."),
        HandingProblem.DAY_PAST: _l("Datoen kan ikke være før i dag."),
        HandingProblem.TO_ITSELF: _l("Mottakeren har ansvaret allerede."),
        HandingProblem.NOT_ITS_OWN: _l(
            "Én av gevinstene har andre ansvaret for. Overfør bare dem dere selv har ansvaret for."
        ),
        HandingProblem.UNDER_WAY: _l("Én av gevinstene er allerede på vei over til en annen."),
        HandoverState.WAITING: _l("Venter på svar"),
        HandoverState.ACCEPTED: _l("Godtatt"),
        HandoverState.DECLINED: _l("Avslått"),
        HandoverState.WITHDRAWN: _l("Trukket tilbake"),
    }
)
EVENT_WORDS.update(
    {
        BenefitNote.ADDED.value: _l("Prosjektet begynte å følge gevinst %(benefit)s"),
        BenefitNote.DROPPED.value: _l("Prosjektet følger ikke gevinst %(benefit)s lenger"),
        BenefitNote.ASKED.value: _l("Helsedirektoratet spurte om tall for gevinst %(benefit)s"),
        BenefitNote.ANSWERED.value: _l("En kommune svarte om tall for gevinst %(benefit)s"),
        BenefitNote.HANDOVER_PROPOSED.value: _l(
            "En kommune vil overføre ansvaret for gevinster til %(receiver)s"
        ),
        BenefitNote.HANDOVER_ACCEPTED.value: _l("%(receiver)s har overtatt ansvaret for gevinster"),
        BenefitNote.HANDOVER_DECLINED.value: _l(
            "%(receiver)s sa nei til å overta ansvaret for gevinster"
        ),
        BenefitNote.HANDOVER_WITHDRAWN.value: _l(
            "Tilbudet til %(receiver)s om å overta gevinster ble trukket tilbake"
        ),
    }
)
