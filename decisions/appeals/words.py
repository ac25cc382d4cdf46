"""What complaints, their steps and their refusals are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from criteria.appeal import Counted, Law, Leave, Result, Ruling, Timeliness, Unlawful
from decisions.appeals.notes import AppealNote
from decisions.appeals.refusals import Refusal
from decisions.appeals.states import ComplaintState
from foundation import words

words.register(
    {
        Law.OF_1967: _l("forvaltningsloven av 1967"),
        Law.OF_2025: _l("forvaltningsloven av 2025"),
        Counted.REACHED: _l("Vedtaket kom fram til dere %(day)s."),
        Counted.WARNED: _l("Varselet om vedtaket ble sendt til dere %(day)s."),
        Counted.OPENED: _l(
            "Varselet om vedtaket kom ikke fram. Brevet ble åpnet %(day)s, og fristen løper fra da."
        ),
        Counted.NOT_REACHED: _l(
            "Varselet om vedtaket kom ikke fram, og brevet er ikke åpnet. Fristen løper ikke."
        ),
        Counted.WEEKS: _l("Tre uker etter er %(day)s."),
        Counted.REASONS_ASKED: _l("Dere ba om begrunnelsen %(day)s. Da ble fristen avbrutt."),
        Counted.REASONS_AWAITED: _l("Fristen løper ikke før dere har fått begrunnelsen."),
        Counted.REASONS_GIVEN: _l("Begrunnelsen kom %(day)s. Da begynte en ny frist å løpe."),
        Counted.SATURDAY: _l("%(day)s er en lørdag, og fristen flyttes til dagen etter."),
        Counted.SUNDAY: _l("%(day)s er en søndag, og fristen flyttes til dagen etter."),
        Counted.HOLIDAY: _l("%(day)s er en helligdag, og fristen flyttes til dagen etter."),
        Counted.ENDS: _l("Fristen går ut %(day)s kl. 23:59:59."),
        Timeliness.IN_TIME: _l("I tide"),
        Timeliness.LATE: _l("For sent"),
        Timeliness.PAST_A_YEAR: _l("Mer enn et år etter vedtaket"),
        Leave.NOT_TO_BLAME: _l("Parten kan ikke lastes for at klagen kom for sent"),
        Leave.SPECIAL_REASONS: _l("Særlige grunner gjør det rimelig å prøve klagen"),
        Ruling.UPHOLD: _l("Vedtaket opprettholdes, og klagen sendes til klageinstansen"),
        Ruling.REVERSE_IN_PART: _l("Vedtaket gjøres om delvis"),
        Ruling.REVERSE: _l("Vedtaket gjøres om helt"),
        Ruling.REJECT: _l("Klagen avvises"),
    }
)
words.register(
    {
        Result.UPHELD: _l("Vedtaket er stadfestet"),
        Result.REVERSED: _l("Vedtaket er gjort om"),
        Result.SENT_BACK: _l("Vedtaket er opphevet og saken sendt tilbake"),
        Result.REJECTED: _l("Klagen er avvist"),
    }
)
words.register(
    {
        ComplaintState.DRAFT: _l("Utkast"),
        ComplaintState.LATE: _l("Kommet for sent"),
        ComplaintState.RECEIVED: _l("Mottatt"),
        ComplaintState.PREPARED: _l("Venter på bekreftelse"),
        ComplaintState.REVERSAL_DRAFTED: _l("Nytt vedtak er under arbeid"),
        ComplaintState.COMMENTS: _l("Parten kan uttale seg"),
        ComplaintState.TO_SEND: _l("Skal sendes til klageinstansen"),
        ComplaintState.AT_APPEAL_BODY: _l("Hos klageinstansen"),
        ComplaintState.TO_ACT_ON: _l("Klageinstansen har svart"),
        ComplaintState.WITHDRAWN: _l("Trukket"),
        ComplaintState.REJECTED: _l("Avvist"),
        ComplaintState.REVERSED: _l("Gjort om helt"),
        ComplaintState.REVERSED_IN_PART: _l("Gjort om delvis"),
        ComplaintState.UPHELD: _l("Stadfestet av klageinstansen"),
        ComplaintState.REVERSED_ABOVE: _l("Nytt vedtak etter klageinstansen"),
        ComplaintState.REJECTED_ABOVE: _l("Avvist av klageinstansen"),
    }
)
words.register(
    {
        Unlawful.LATE_WITHOUT_LEAVE: _l(
            "Klagen kom for sent. Den må først tas opp til behandling, eller avvises."
        ),
        Unlawful.PAST_A_YEAR: _l(
            "Klagen kom for sent, og det er mer enn et år siden vedtaket. Den kan bare avvises."
        ),
        Unlawful.NOT_MORE: _l("Beløpet må være høyere enn det som er innvilget."),
        Unlawful.NOT_ALL: _l("Når vedtaket gjøres om helt, innvilges alt det er søkt om."),
        Unlawful.MORE_THAN_ASKED: _l("Beløpet kan ikke være høyere enn det er søkt om."),
    }
)
words.register(
    {
        Refusal.NOT_ALLOWED_HERE: _l("Vedtak i denne utlysningen kan ikke påklages."),
        Refusal.NOT_A_PARTY: _l("Bare den som er part i saken, kan gjøre dette."),
        Refusal.NOT_SIGNATORY: _l("Bare en som kan forplikte parten, kan gjøre dette."),
        Refusal.NO_DECISION: _l("Vedtaket gjelder ikke lenger. Det er kommet et nytt."),
        Refusal.MADE_BY_APPEAL_BODY: _l(
            "Vedtaket følger av det klageinstansen kom til, og kan ikke påklages."
        ),
        Refusal.ALREADY_COMPLAINED: _l("Dere har allerede klaget på vedtaket."),
        Refusal.NOT_A_DRAFT: _l("Klagen er allerede sendt."),
        Refusal.WANTED_MISSING: _l("Skriv hva dere ønsker endret i vedtaket."),
        Refusal.GROUNDS_MISSING: _l("Skriv hvorfor dere mener at vedtaket bør endres."),
        Refusal.LATE_BECAUSE_MISSING: _l("Fristen er ute. Skriv hvorfor klagen kommer for sent."),
        Refusal.TOO_MANY_FILES: _l("Det kan være høyst %(most)s vedlegg."),
        Refusal.NOT_OPEN: _l("Klagen er ikke under behandling."),
        Refusal.NOT_LATE: _l("Klagen kom i tide, eller er allerede tatt opp til behandling."),
        Refusal.REASON_MISSING: _l("Skriv en begrunnelse."),
        Refusal.AMOUNT_MISSING: _l("Skriv beløpet som skal innvilges."),
        Refusal.NO_MONEY_IN_A_REJECTION: _l(
            "En avvisning kan bare gjøres om helt: da tas søknaden opp igjen."
        ),
        Refusal.ALREADY_RULED: _l("Det er allerede konkludert i klagen."),
        Refusal.RULED_MEANWHILE: _l(
            "%(name)s har konkludert i klagen mens du arbeidet. Les det før du går videre."
        ),
        Refusal.NOTHING_TO_CONFIRM: _l("Det er ingen konklusjon som venter på bekreftelse."),
        Refusal.PREPARED_IT: _l("Du har forberedt konklusjonen. En annen må bekrefte den."),
        Refusal.SIGN_THE_DECISION: _l(
            "Omgjøringen bekreftes ved at det nye vedtaket signeres og kunngjøres."
        ),
        Refusal.NOT_FORWARDED: _l("Klagen er ikke på vei til klageinstansen."),
        Refusal.COMMENTED_ALREADY: _l("Dere har allerede uttalt dere."),
        Refusal.COMMENT_MISSING: _l("Skriv uttalelsen."),
        Refusal.COMMENT_TOO_LATE: _l("Fristen for å uttale seg er ute."),
        Refusal.COMMENT_STILL_DUE: _l("Parten har fortsatt tid til å uttale seg."),
        Refusal.SENT_ALREADY: _l("Klagen er allerede sendt til klageinstansen."),
        Refusal.NOT_SENT: _l("Klagen er ikke sendt til klageinstansen."),
        Refusal.RESULT_KNOWN: _l("Resultatet fra klageinstansen er allerede registrert."),
        Refusal.NOTHING_TO_ACT_ON: _l("Klageinstansen har ikke endret vedtaket."),
        Refusal.DECIDED_IN_THE_FUTURE: _l("Datoen kan ikke være etter i dag."),
        Refusal.DECIDED_FIRST: _l(
            "Du signerte vedtaket det klages på, og kan ikke registrere utfallet av klagen."
        ),
        Refusal.OTHER_DRAFT_WAITS: _l(
            "Et annet vedtak i saken er signert og venter på å bli kunngjort."
        ),
        Refusal.CASE_IS_OVER: _l("Saken er avsluttet, og beløpet kan ikke endres."),
        Refusal.REASONS_GIVEN: _l("Begrunnelsen står i brevet."),
        Refusal.ASKED_ALREADY: _l("Dere har allerede bedt om begrunnelsen."),
        Refusal.ASKED_TOO_LATE: _l("Fristen for å be om begrunnelse er ute."),
        Refusal.NOT_ASKED: _l("Begrunnelsen er allerede gitt."),
    }
)

EVENT_WORDS.update(
    {
        AppealNote.SUBMITTED.value: _l("%(organisation)s klaget på vedtaket"),
        AppealNote.WITHDRAWN.value: _l("%(organisation)s trakk klagen"),
        AppealNote.LEAVE.value: _l("Klagen fra %(organisation)s tas opp, selv om den kom for sent"),
        AppealNote.RULED.value: _l("Det ble foreslått en konklusjon i klagen fra %(organisation)s"),
        AppealNote.REJECTED.value: _l("Klagen fra %(organisation)s ble avvist"),
        AppealNote.UPHELD.value: _l(
            "Vedtaket ble opprettholdt etter klagen fra %(organisation)s"
        ),
        AppealNote.COMMENTED.value: _l("%(organisation)s uttalte seg til klageinstansen"),
        AppealNote.SENT.value: _l("Klagen fra %(organisation)s ble sendt til klageinstansen"),
        AppealNote.RESULT.value: _l("Klageinstansen svarte på klagen fra %(organisation)s"),
        AppealNote.ANSWERED.value: _l("Klagen fra %(organisation)s førte til et nytt vedtak"),
        AppealNote.REASONS_ASKED.value: _l("En part ba om begrunnelsen for vedtaket"),
        AppealNote.REASONS_GIVEN.value: _l("Begrunnelsen for vedtaket ble gitt"),
    }
)
