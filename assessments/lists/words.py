"""What the lists, their orders and filters, and what is late and waits, are called."""

from flask_babel import lazy_gettext as _l

from assessments.lists.choice import Found, Sort, Whose
from assessments.lists.refusals import ListRefusal
from assessments.lists.waiting import Wait
from criteria.lateness import Late
from foundation import words

words.register(
    {
        Whose.ALL: _l("Alle"),
        Whose.MINE: _l("Mine saker"),
        Whose.WAITING: _l("Venter på meg"),
        Whose.LATE: _l("Over fristen"),
        Whose.UNASSIGNED: _l("Uten saksbehandler"),
        Whose.UNDERSTAFFED: _l("Mangler noen til å vurdere"),
        Sort.NEWEST: _l("Nyeste først"),
        Sort.OLDEST: _l("Eldste først"),
        Sort.NUMBER: _l("Saksnummer"),
        Sort.MOST_ASKED: _l("Høyeste beløp først"),
        Sort.LEAST_ASKED: _l("Laveste beløp først"),
        Sort.SCORE: _l("Flest poeng først"),
        Sort.DEADLINE: _l("Lengst over fristen først"),
        Found.FIT: _l("Alle krav er oppfylt"),
        Found.STOPPED: _l("Krav stopper saken"),
        Found.OVERRULED: _l("Krav er overprøvd"),
        Found.NOT_EXAMINED: _l("Ikke kontrollert ennå"),
        Late.INTERIM_REPLY: _l("Søkeren skulle hatt svar eller foreløpig svar"),
        Late.SUPPLEMENT: _l("Søkeren skulle ha svart på mangelbrevet"),
        Late.MARKS: _l("Vurderingen skulle vært ferdig"),
        Late.QUESTION: _l("Et spørsmål skulle vært besvart"),
        Wait.DECLARE: _l("Svar om du er habil"),
        Wait.CONTROL: _l("Gjør formell kontroll"),
        Wait.MARK: _l("Vurder søknaden"),
        ListRefusal.NAME_MISSING: _l("Gi visningen et navn."),
        ListRefusal.NAME_TAKEN: _l("Du har allerede en visning som heter «%(name)s»."),
        ListRefusal.TOO_MANY_VIEWS: _l("Du kan ha %(number)s visninger. Slett en først."),
        ListRefusal.DATE_IN_THE_PAST: _l("Datoen må være etter i dag."),
    }
)
