"""What errors, states and refusals of corrections are called."""

from flask_babel import lazy_gettext as _l

from criteria.correcting import ClericalError, CorrectionRefusal, CorrectionState
from foundation import words

words.register(
    {
        ClericalError.NAME: _l("Et navn"),
        ClericalError.DATE: _l("En dato"),
        ClericalError.NUMBER: _l("Et tall som ikke er et beløp"),
        ClericalError.WORDING: _l("En ordlyd"),
        CorrectionState.PROPOSED: _l("Venter på signatur"),
        CorrectionState.SENT: _l("Rettet og sendt"),
        CorrectionState.WITHDRAWN: _l("Trukket"),
        CorrectionRefusal.NOTHING_CORRECTED: _l("Skriv hva som sto, og hva som skal stå."),
        CorrectionRefusal.HALF_SAID: _l("Skriv både hva som sto, og hva som skal stå."),
        CorrectionRefusal.NO_DIFFERENCE: _l("Det som skal stå, er det samme som sto."),
        CorrectionRefusal.NOT_IN_THE_LETTER: _l(
            "Dette står ikke i brevet. Skriv det ordrett, innenfor ett avsnitt."
        ),
        CorrectionRefusal.CHANGES_AMOUNT: _l(
            "Et beløp eller en sats kan ikke rettes. Et annet beløp er et nytt vedtak: omgjøring."
        ),
        CorrectionRefusal.CHANGES_OUTCOME: _l(
            "Utfallet kan ikke rettes. Et annet utfall er et nytt vedtak: omgjøring."
        ),
        CorrectionRefusal.REASON_MISSING: _l("Skriv hvorfor dette er en skrivefeil."),
        CorrectionRefusal.NOT_IN_FORCE: _l("Bare vedtaket som gjelder nå, kan rettes."),
        CorrectionRefusal.ALREADY_PROPOSED: _l("En retting av vedtaket venter allerede på signatur."),
        CorrectionRefusal.NOT_WAITING: _l("Rettingen er allerede signert eller trukket."),
        CorrectionRefusal.PROPOSED_IT: _l("En annen enn den som foreslo rettingen, må signere den."),
        CorrectionRefusal.CHANGED_SINCE: _l(
            "Rettingen er ikke lenger slik du leste den. Les den på nytt før du signerer."
        ),
    }
)
