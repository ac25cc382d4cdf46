"""What kinds, states and refusals of help with standards are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from followup.assistance.models import AssistanceKind, Usefulness
from followup.assistance.notes import AssistanceNote
from followup.assistance.refusals import Refusal
from followup.assistance.states import AssistanceState
from foundation import words

words.register(
    {
        AssistanceKind.COMPETENCE: _l("Kompetansetiltak"),
        AssistanceKind.COORDINATION: _l("Prosessdriver"),
        AssistanceKind.EXPERT_GROUP: _l("Faggruppe"),
    }
)
words.register(
    {
        Usefulness.HELPED: _l("Ja, det hjalp"),
        Usefulness.PARTLY: _l("Det hjalp delvis"),
        Usefulness.DID_NOT: _l("Nei, det hjalp ikke"),
    }
)
words.register(
    {
        AssistanceState.ASKED: _l("Venter på svar"),
        AssistanceState.TAKEN_ON: _l("I gang"),
        AssistanceState.DECLINED: _l("Avslått"),
        AssistanceState.WITHDRAWN: _l("Trukket"),
        AssistanceState.CLOSED: _l("Avsluttet"),
    }
)
words.register(
    {
        Refusal.NOT_OWN_KOMMUNE: _l(
            "Du kan bare be om bistand for en kommune du handler for, og som deltar i prosjektet."
        ),
        Refusal.WANTED_IN_THE_PAST: _l("Datoen dere trenger hjelpen, kan ikke ha vært."),
        Refusal.NEED_MISSING: _l("Skriv hva dere trenger hjelp til."),
        Refusal.STANDARD_NOT_IN_FORCE: _l(
            "Standarden gjelder ikke lenger. Velg en annen, eller la feltet stå tomt."
        ),
        Refusal.ANSWERED: _l("Ønsket om bistand er besvart eller trukket."),
        Refusal.NOT_TAKEN_ON: _l("Ingen har tatt på seg å hjelpe ennå."),
        Refusal.CLOSED: _l("Bistanden er avsluttet."),
        Refusal.WORDS_MISSING: _l("Noe mangler. Fyll ut alle feltene."),
        Refusal.GIVEN_OUTSIDE: _l("Datoen må være mellom dagen kommunen spurte, og i dag."),
        Refusal.NOTHING_GIVEN: _l("Dere kan ikke avslutte før noen har hjulpet dere."),
        Refusal.TAKEN_BACK: _l("Linjen er allerede tatt tilbake."),
    }
)
EVENT_WORDS.update(
    {
        AssistanceNote.ASKED.value: _l("En kommune ba om bistand med standarder"),
        AssistanceNote.TAKEN_ON.value: _l("Direktoratet tok på seg å hjelpe"),
        AssistanceNote.DECLINED.value: _l("Ønsket om bistand ble avslått"),
        AssistanceNote.GIVEN.value: _l("Bistand ble gitt"),
        AssistanceNote.TAKEN_BACK.value: _l("En linje om gitt bistand ble tatt tilbake"),
        AssistanceNote.CLOSED.value: _l("Kommunen avsluttet bistanden"),
        AssistanceNote.WITHDRAWN.value: _l("Ønsket om bistand ble trukket"),
    }
)
