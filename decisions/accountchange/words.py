"""What the states and refusals of a change of account are called."""

from flask_babel import lazy_gettext as _l

from criteria.accountchange import ChangeRefusal, ChangeState
from foundation import words

words.register(
    {
        ChangeState.ASKED: _l("Venter på at en annen bekrefter"),
        ChangeState.CONFIRMED: _l("Bekreftet, gjelder ikke ennå"),
        ChangeState.DONE: _l("Gjelder"),
        ChangeState.WITHDRAWN: _l("Stanset"),
        ChangeRefusal.NOT_LEADS_SIGNATORY: _l(
            "Bare en som kan forplikte hovedsøkeren, kan be om en annen konto."
        ),
        ChangeRefusal.NOT_OF_THE_LEAD: _l("Bare noen hos hovedsøkeren kan gjøre dette."),
        ChangeRefusal.NOT_ACCEPTED: _l("Kontoen kan endres når tilskuddet er akseptert."),
        ChangeRefusal.ALREADY_ASKED: _l("Det er allerede bedt om en annen konto i saken."),
        ChangeRefusal.NUMBER_WRONG: _l(
            "Kontonummeret er feil. Det skal ha elleve sifre, og det siste er et kontrollsiffer."
        ),
        ChangeRefusal.SAME_ACCOUNT: _l("Tilskuddet betales allerede til denne kontoen."),
        ChangeRefusal.SAME_PERSON: _l(
            "En annen enn den som ba om endringen, må bekrefte den."
        ),
        ChangeRefusal.NOT_WAITING: _l("Endringen er allerede avgjort."),
        ChangeRefusal.NOT_CONTROLLER: _l("Bare en controller kan stanse endringen."),
        ChangeRefusal.REASON_MISSING: _l("Skriv hvorfor endringen stanses."),
        ChangeRefusal.DAYS_OUT_OF_BOUNDS: _l("Skriv et tall fra %(least)s til %(most)s."),
    }
)
