"""What tasks, views, hindrances, notes, refusals and the reasons of a proposal are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from assessments.impartiality.report import Lack
from assessments.models import RunFailure, Task
from assessments.notes import CaseNote
from assessments.overview import Phase
from assessments.proposing import ProposalState
from assessments.refusals import Refusal
from criteria.allocation import Reason
from criteria.impartiality import Hindrance, Outcome, RulingRefusal, View
from foundation import words

words.register(
    {
        Phase.CONTROL: _l("Formell kontroll"),
        Phase.ASSESSMENT: _l("Vurdering"),
        Phase.PROPOSAL: _l("Innstilling"),
        Phase.DECISION: _l("Vedtak"),
        Phase.FOLLOW_UP: _l("Oppfølging"),
        ProposalState.MADE: _l("Laget"),
        ProposalState.CHOSEN: _l("Valgt"),
        ProposalState.SUPERSEDED: _l("Erstattet"),
        Task.HANDLE: _l("Saksbehandler"),
        Task.ASSESS: _l("Vurderer"),
        View.IMPARTIAL: _l("Jeg er habil"),
        View.DOUBT: _l("Jeg er i tvil om jeg er habil"),
        View.PARTIAL: _l("Jeg er inhabil"),
        Hindrance.NOT_DECLARED: _l(
            "Du har ikke svart på om du er habil i saken. Det må du gjøre før du kan åpne den."
        ),
        Hindrance.DECLARED_PARTIAL: _l(
            "Den som har meldt seg inhabil i saken, kan ikke behandle den."
        ),
        Hindrance.IN_DOUBT_UNRULED: _l(
            "Den som er i tvil om sin habilitet, kan ikke behandle saken før lederen har avgjort spørsmålet."
        ),
        Hindrance.OBJECTION_UNRULED: _l(
            "En part har innvendinger mot habiliteten. Saken er lukket til lederen har avgjort spørsmålet."
        ),
        Hindrance.RULED_PARTIAL: _l(
            "Den som lederen har kjent inhabil i saken, kan ikke behandle den."
        ),
        Hindrance.PARTICIPANTS_CHANGED: _l(
            "Det er kommet nye deltakere i saken etter at du svarte om habilitet. Svar på nytt, for alle."
        ),
        Hindrance.LEADER_PARTIAL: _l(
            "Den som har en leder som er inhabil i saken, kan forberede den, men ikke avgjøre den."
        ),
        Hindrance.DECIDED_BELOW: _l(
            "Den som har avgjort saken i første instans, kan ikke avgjøre klagen over den."
        ),
        Hindrance.OWN_ORGANISATION: _l(
            "Den som hører til en av organisasjonene som deltar, kan ikke behandle saken."
        ),
        Hindrance.SCORED_THE_CASE: _l("Den som har satt poeng i saken, kan ikke avgjøre den."),
        Hindrance.DRAFTED_THE_CASE: _l("Den som har forberedt vedtaket, kan ikke avgjøre saken."),
        Hindrance.DECIDED_THE_CASE: _l(
            "Den som har avgjort saken, kan ikke attestere eller anvise utbetalinger i den."
        ),
        Hindrance.SAME_AS_ATTESTER: _l("Den som har attestert, kan ikke anvise samme utbetaling."),
        Hindrance.NOT_ATTESTED: _l("Utbetalingen må attesteres før den kan anvises."),
        Refusal.REASON_MISSING: _l("Skriv en begrunnelse."),
        Refusal.HINT_WITHOUT_REASON: _l(
            "Du har registrert en tilknytning til noen som deltar. Skriv hvorfor du likevel er habil."
        ),
        Refusal.NOTHING_TO_RULE: _l("Det er ikke noe spørsmål om habilitet å avgjøre her."),
        Refusal.ONLY_WHO_TAKES_PART: _l("Velg en organisasjon som deltar i saken."),
        Refusal.SUBSTITUTE_WITHOUT_TASK: _l(
            "Personen har ingen oppgaver i saken som en stedfortreder kan overta."
        ),
        RulingRefusal.ON_ONESELF: _l("Ingen avgjør sin egen habilitet på vegne av lederen."),
        RulingRefusal.NOT_THE_LEADER: _l("Spørsmålet skal avgjøres av personens egen leder."),
        RulingRefusal.RULER_HINDERED: _l(
            "Du er selv ikke habil i saken, eller det er ikke avklart. Da kan du ikke avgjøre spørsmålet."
        ),
        Lack.OFFICER: _l("Ingen habil saksbehandler er igjen"),
        Lack.ASSESSORS: _l("For få habile er igjen til å vurdere saken"),
        Lack.DECISION_MAKER: _l("Ingen habil er igjen til å avgjøre saken"),
        Refusal.NOT_CASE_OFFICER: _l("%(name)s er ikke saksbehandler."),
        Refusal.ALREADY_ASSIGNED: _l("%(name)s har allerede denne oppgaven i saken."),
        Refusal.ENOUGH_ASSESSORS: _l(
            "Saken har allerede %(number)s som vurderer den. Ta en av dem av saken først."
        ),
        Refusal.STAFFED_MEANWHILE: _l(
            "Noen andre har endret hvem som er på saken, etter at forslaget ble laget. "
            "Forslaget er ikke lagret for den."
        ),
        Refusal.TASK_IS_OVER: _l("Saken er kommet for langt til at denne oppgaven kan fordeles."),
        Refusal.NOT_YOUR_CASE: _l("Denne oppgaven i saken er ikke fordelt til deg."),
        Refusal.NOT_UNDER_CONTROL: _l("Saken er ikke til formell kontroll."),
        Refusal.NOT_EXAMINED: _l("Kjør den formelle kontrollen først."),
        Refusal.EXAMINE_AGAIN: _l(
            "Søkeren har svart etter den siste kontrollen. Kjør den formelle kontrollen på nytt."
        ),
        Refusal.NOT_FIT: _l(
            "%(number)s krav er ikke oppfylt. De må overprøves med begrunnelse før saken kan gå videre."
        ),
        Refusal.NOTHING_TO_OVERRULE: _l("Dette funnet stopper ikke saken."),
        Refusal.ALREADY_OVERRULED: _l("Dette funnet er allerede overprøvd."),
        Refusal.DUE_IN_THE_PAST: _l("Fristen må være etter i dag."),
        Refusal.WAITING_FOR_APPLICANT: _l("Søkeren har frist til %(due_on)s med å svare."),
        Refusal.NOT_READY_FOR_MARKS: _l("Saken er ikke til vurdering."),
        Refusal.MARK_OFF_SCALE: _l("Karakteren må være fra 0 til %(highest)s."),
        Refusal.ALREADY_FINISHED: _l("Vurderingen din er ferdig og kan ikke endres."),
        Refusal.MARKS_MISSING: _l("Disse kriteriene mangler karakter: %(codes)s."),
        Refusal.NOT_READY_TO_MODERATE: _l(
            "Karakterer kan modereres når alle som vurderer saken, er ferdige, og før den er avgjort."
        ),
        Refusal.NOTHING_MODERATED: _l("Velg en karakter for minst ett kriterium."),
        Refusal.MARKED_IT_YOURSELF: _l(
            "Den som selv har satt karakterer i saken, kan ikke moderere dem."
        ),
        Refusal.NOT_PROPOSED: _l(
            "Bare saker i den valgte innstillingen kan sendes tilbake til vurdering."
        ),
        Refusal.THREE_HAVE_READ: _l("Sak %(case)s er allerede lest av tre."),
        Refusal.ONLY_THE_LEADER_RETURNS: _l(
            "Bare den som avgjør saker, kan sende en sak tilbake til vurdering."
        ),
        Refusal.ALREADY_DECIDED_THERE: _l(
            "Sak %(case)s i samme innstilling er avgjort. Da kan ikke grunnlaget for innstillingen endres."
        ),
        Refusal.PROPOSAL_NOT_IN_FORCE: _l("Innstillingen er ikke den som er valgt nå."),
        Refusal.NOTHING_NEAR_THE_LINE: _l("Kryss av for minst én sak."),
        Refusal.NOT_READY_FOR_APPROVAL: _l(
            "Budsjettet kan gås gjennom når vilkårene er oppfylt, og før saken er avgjort."
        ),
        Refusal.APPROVED_ABOVE_ASKED: _l(
            "Det kan ikke godkjennes mer enn det er søkt om: %(asked)s."
        ),
        Refusal.NOTHING_TO_CONFIRM: _l(
            "Det er ikke noe nytt i den formelle kontrollen å bekrefte."
        ),
        Refusal.NOTE_OF_ANOTHER: _l("Bare den som skrev merknaden, kan endre den."),
        Refusal.NOTE_REWRITTEN: _l(
            "Merknaden er endret i mellomtiden. Endre den nyeste versjonen."
        ),
        Refusal.CALL_STILL_OPEN: _l(
            "Søknadsfristen er %(closes_on)s. Innstillingen kan først lages når den er ute."
        ),
        Refusal.FRAME_TOO_LARGE: _l(
            "Rammen må være over 0 og kan ikke være høyere enn utlysningens, som er %(frame)s."
        ),
        Refusal.NOTHING_TO_RANK: _l("Ingen saker i utlysningen er ferdig vurdert."),
        Refusal.HINDERED_IN_CALL: _l(
            "Du kan ikke behandle sak %(case)s. Da kan du heller ikke lage eller velge en innstilling "
            "der den konkurrerer med de andre."
        ),
        Refusal.ALREADY_DECIDED: _l(
            "Sak %(case)s er allerede avgjort. Da kan det ikke velges en annen innstilling."
        ),
        Refusal.BUILDS_ON_ANOTHER: _l("Innstillingen fordeler en tilleggsramme og velges derfra."),
        Refusal.NOTHING_TO_CHOOSE: _l(
            "Når alle skal ha den samme andelen, er det ingen bedre fordeling å lete etter."
        ),
        Refusal.NOTHING_CHOSEN: _l(
            "Ingen innstilling er valgt. En tilleggsramme bygger på den som er valgt."
        ),
        Refusal.NOBODY_ON_RESERVE: _l(
            "Ingen på reservelisten får mer av dette beløpet. Det rekker ikke til den minste økningen."
        ),
        Refusal.EXTRA_TOO_LARGE: _l(
            "Beløpet må være over 0 og kan ikke være høyere enn det posten har igjen, som er %(room)s."
        ),
        Refusal.FOR_NEW_TOO_LARGE: _l(
            "Det som settes av til nye, kan ikke være mer enn tilleggsrammen."
        ),
        Refusal.PROPOSAL_OUTDATED: _l(
            "Noe er endret siden innstillingen ble laget. Lag en ny, og velg den."
        ),
        Refusal.ALREADY_CHOSEN: _l("Innstillingen er allerede valgt én gang. Lag en ny."),
        Reason.FUNDED: _l("Innstilt med hele beløpet det er søkt om."),
        Reason.FUNDED_IN_PART_RATE: _l("Innstilt med beløpet som satsen for startåret gir."),
        Reason.FUNDED_IN_PART_SHARE: _l(
            "Innstilt med den høyeste andelen av søkt beløp som utlysningen gir."
        ),
        Reason.FUNDED_IN_PART_FRAME: _l(
            "Innstilt med det som var igjen av rammen. Det er mindre enn saken ellers kunne fått."
        ),
        Reason.FUNDED_IN_PART_TRIM: _l(
            "Innstilt med det saksbehandleren har godkjent av budsjettet."
        ),
        Reason.FUNDED_IN_PART_CAP: _l("Innstilt med det høyeste beløpet som utlysningen gir."),
        Reason.FUNDED_IN_PART_EQUAL: _l(
            "Innstilt med samme andel som de andre, så stor som rammen gir rom for."
        ),
        Reason.FUNDED_IN_PART_GROUP: _l(
            "Innstilt med det som var igjen til gruppen som saken hører til."
        ),
        Reason.BELOW_THRESHOLD: _l("Ikke innstilt: Poengene er under terskelen."),
        Reason.ASKS_BELOW_MINIMUM: _l(
            "Ikke innstilt: Beløpet saken kan få, er under utlysningens minste tilskudd."
        ),
        Reason.BELOW_MINIMUM: _l(
            "Ikke innstilt: Det som er igjen av rammen, er under utlysningens minste tilskudd."
        ),
        Reason.GROUP_FULL: _l(
            "Ikke innstilt: Gruppen som saken hører til, har fått det den kan få."
        ),
        Reason.PART_TOO_SMALL: _l(
            "Ikke innstilt: Den andelen alle får, er her under utlysningens minste tilskudd."
        ),
        Reason.NO_ROOM_IN_FULL: _l(
            "Ikke innstilt: Det som var igjen av rammen, rakk ikke til hele beløpet, og utlysningen gir hele "
            "beløpet eller ingenting."
        ),
        Reason.LIST_ENDED: _l(
            "Ikke innstilt: Listen stoppet ved en sak med flere poeng som det ikke var rom for."
        ),
        Reason.OUTSIDE_OPTIMUM: _l(
            "Ikke innstilt: En annen fordeling av rammen gir mer til sammen."
        ),
        Reason.FRAME_SPENT: _l("Ikke innstilt: Rammen er brukt på saker med flere poeng."),
    }
)
words.register(
    {
        RunFailure.IMPOSSIBLE_BOUNDS: _l(
            "Utlysningens minstekrav kan ikke oppfylles samtidig innenfor rammen og takene."
        ),
        RunFailure.UNPROVEN: _l(
            "Det lot seg ikke bevise hvilken fordeling som gir mest. Bruk listen, eller prøv en annen ramme."
        ),
    }
)

words.register({Outcome.IMPARTIAL: _l("Habil"), Outcome.PARTIAL: _l("Inhabil")})

EVENT_WORDS.update(
    {
        CaseNote.DECLARED_IMPARTIAL.value: _l("Meldte seg habil i saken"),
        CaseNote.DECLARED_DOUBT.value: _l("Meldte tvil om egen habilitet"),
        CaseNote.DECLARED_PARTIAL.value: _l("Meldte seg inhabil i saken"),
        CaseNote.OBJECTED.value: _l("%(party)s har innvendinger mot habiliteten til %(name)s"),
        CaseNote.RULED_IMPARTIAL.value: _l("%(name)s ble kjent habil"),
        CaseNote.RULED_PARTIAL.value: _l("%(name)s ble kjent inhabil"),
        CaseNote.PUT_ON_TO_HANDLE.value: _l("%(name)s ble saksbehandler"),
        CaseNote.PUT_ON_TO_ASSESS.value: _l("%(name)s ble satt til å vurdere saken"),
        CaseNote.TAKEN_OFF_HANDLING.value: _l("%(name)s er ikke lenger saksbehandler"),
        CaseNote.TAKEN_OFF_ASSESSING.value: _l("%(name)s skal ikke lenger vurdere saken"),
        CaseNote.EXAMINED.value: _l(
            "Formell kontroll ble kjørt: %(hindrances)s krav stopper saken"
        ),
        CaseNote.CONFIRMED_CONTROL.value: _l("Bekreftet den nye formelle kontrollen"),
        CaseNote.OVERRULED.value: _l("Et krav ble overprøvd: %(reason)s"),
        CaseNote.ASSESSED_BY_ONE.value: _l("Ble ferdig med sin vurdering"),
        CaseNote.THIRD_READING.value: _l("En tredje skal lese søknaden"),
        CaseNote.BUDGET_APPROVED.value: _l(
            "Budsjettet ble gått gjennom: %(approved)s av %(asked)s er godkjent"
        ),
        CaseNote.MODERATED.value: _l(
            "Karakterer ble moderert: poengene gikk fra %(before)s til %(after)s"
        ),
    }
)
