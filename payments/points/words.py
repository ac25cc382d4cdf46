"""What kinds, states, decisions and refusals of stage gates are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from criteria.stagegates import Outlook, PointKind, PointOutcome, PointRefusal, PointState
from foundation import words
from payments.points.dates import PointDate
from payments.points.notes import PointNote

words.register(
    {
        PointKind.PHASE: _l("Stoppunkt"),
        PointKind.DELIVERY: _l("Kontrollpunkt"),
        Outlook.AS_PLANNED: _l("Som planlagt"),
        Outlook.MORE: _l("Større enn planlagt"),
        Outlook.LESS: _l("Mindre enn planlagt"),
        PointOutcome.GO_ON: _l("Gå videre"),
        PointOutcome.CONDITIONALLY: _l("Gå videre på vilkår"),
        PointOutcome.STOP: _l("Stopp"),
        PointState.AWAITS_ACCOUNT: _l("Ikke rapportert"),
        PointState.AWAITS_DECISION: _l("Venter på svar"),
        PointState.PASSED: _l("Passert"),
        PointState.PASSED_CONDITIONALLY: _l("Passert på vilkår"),
        PointState.STOPPED: _l("Stoppet"),
        PointState.WITHDRAWN: _l("Trukket"),
        PointDate.TELL: _l("Frist for å rapportere til stoppunkt eller kontrollpunkt"),
        PointDate.DECIDE: _l("Svar om prosjektet kan gå videre"),
        PointRefusal.NOT_IN_FORCE: _l("Tilskuddet i saken er ikke akseptert, eller saken er avsluttet."),
        PointRefusal.NO_NAME: _l("Skriv hva punktet heter."),
        PointRefusal.NOTHING_TO_SHOW: _l("Skriv hva prosjektet må vise."),
        PointRefusal.DUE_IN_THE_PAST: _l("Fristen må være i dag eller senere."),
        PointRefusal.UNCHANGED: _l("Punktet er det samme som før."),
        PointRefusal.TOLD_OF: _l("Prosjektet har rapportert til punktet. Det kan ikke endres eller trekkes."),
        PointRefusal.MONEY_WAITS: _l("En rate venter på punktet. Endre utbetalingsplanen først."),
        PointRefusal.WITHDRAWN: _l("Punktet er trukket."),
        PointRefusal.PASSED: _l("Prosjektet har alt passert punktet."),
        PointRefusal.NOT_TOLD: _l("Skriv hva som er levert, og hvorfor gevinstene er som dere venter."),
        PointRefusal.EXPECTS_LESS_THAN_SPENT: _l(
            "Samlet kostnad kan ikke være lavere enn det prosjektet har kostet så langt."
        ),
        PointRefusal.NOTHING_TO_DECIDE: _l("Det er ingenting å svare på. Prosjektet må rapportere først."),
        PointRefusal.NO_CONDITIONS: _l("Skriv vilkårene."),
        PointRefusal.NEEDLESS_CONDITIONS: _l("Vilkår hører bare til «Gå videre på vilkår»."),
    }
)
EVENT_WORDS.update(
    {
        PointNote.SET.value: _l("«%(name)s» ble satt som punkt prosjektet må passere"),
        PointNote.CHANGED.value: _l("Punktet «%(name)s» ble endret"),
        PointNote.WITHDRAWN.value: _l("Punktet «%(name)s» ble trukket"),
        PointNote.TOLD.value: _l("Prosjektet rapporterte til «%(name)s» og ba om å gå videre"),
        PointNote.WENT_ON.value: _l("Prosjektet kan gå videre fra «%(name)s»"),
        PointNote.WENT_ON_CONDITIONALLY.value: _l("Prosjektet kan gå videre fra «%(name)s» på vilkår"),
        PointNote.STOPPED.value: _l("Prosjektet må stoppe ved «%(name)s»"),
    }
)
