"""What the days of reports and their refusals are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from followup.deadlines.notes import DeadlineNote
from followup.deadlines.refusals import Refusal
from foundation import words

words.register(
    {
        Refusal.NOT_OWED: _l("Rapporten er sendt inn, så fristen kan ikke utsettes."),
        Refusal.ASKED_ALREADY: _l("Dere har allerede bedt om utsettelse. Vi har ikke svart ennå."),
        Refusal.NOT_LATER: _l("Den nye fristen må være senere enn fristen som gjelder nå."),
        Refusal.REASON_MISSING: _l("Skriv hvorfor dere trenger mer tid."),
        Refusal.ANSWERED_ALREADY: _l("Noen har allerede svart på dette."),
        Refusal.ANSWER_MISSING: _l("Skriv hvorfor fristen ikke blir utsatt."),
    }
)
EVENT_WORDS.update(
    {
        DeadlineNote.REMINDED.value: _l("Påminnelse om en rapport ble sendt"),
        DeadlineNote.ASKED.value: _l("Utsatt frist for en rapport ble bedt om"),
        DeadlineNote.GRANTED.value: _l("Fristen for en rapport ble utsatt til %(day)s"),
        DeadlineNote.REFUSED.value: _l("Fristen for en rapport ble ikke utsatt"),
    }
)
