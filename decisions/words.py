"""What outcomes, letters, notes and refusals of this room are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from decisions.models import DecisionKind, LetterKind, Outcome
from decisions.notes import CaseNote
from decisions.refusals import Refusal
from decisions.states import DecisionState
from decisions.trials import Problem
from foundation import words

words.register(
    {
        Outcome.AWARD: _l("Innvilget"),
        Outcome.PARTIAL_AWARD: _l("Delvis innvilget"),
        Outcome.REFUSAL: _l("Avslag"),
        Outcome.REJECTION: _l("Avvist"),
    }
)
words.register(
    {
        DecisionKind.ORIGINAL: _l("Vedtak"),
        DecisionKind.REVERSAL: _l("Omgjøring"),
        DecisionKind.SUPPLEMENT: _l("Tilleggstildeling"),
    }
)
words.register(
    {
        LetterKind.AWARD: _l("Tilskuddsbrev"),
        LetterKind.PARTIAL_AWARD: _l("Tilskuddsbrev, delvis innvilget"),
        LetterKind.REFUSAL: _l("Avslagsbrev"),
        LetterKind.REJECTION: _l("Brev om avvisning"),
        LetterKind.RECEIPT: _l("Kvittering"),
        LetterKind.DEFICIENCY: _l("Mangelbrev"),
        LetterKind.INTERIM_REPLY: _l("Foreløpig svar"),
        LetterKind.REMINDER: _l("Påminnelse"),
        LetterKind.CHANGE_APPROVAL: _l("Svar på søknad om endring"),
        LetterKind.RECLAIM_NOTICE: _l("Forhåndsvarsel om tilbakebetaling"),
        LetterKind.RECLAIM: _l("Vedtak om tilbakebetaling"),
        LetterKind.REDUCTION_NOTICE: _l("Forhåndsvarsel om avkorting"),
        LetterKind.REDUCTION: _l("Vedtak om avkorting"),
        LetterKind.INTEREST: _l("Krav om renter"),
        LetterKind.CARRY_OVER: _l("Svar om ubrukte midler"),
        LetterKind.FORWARDING: _l("Oversending av klage"),
        LetterKind.COMPLAINT_DECISION: _l("Avgjørelse av klage"),
        LetterKind.CORRECTION: _l("Retting av feil i brev"),
        DecisionState.DRAFT: _l("Utkast"),
        DecisionState.SIGNED: _l("Signert, ikke kunngjort"),
        DecisionState.PUBLISHED: _l("Kunngjort"),
        DecisionState.ACCEPTED: _l("Akseptert"),
        DecisionState.DECLINED: _l("Takket nei"),
        DecisionState.LAPSED: _l("Bortfalt"),
        Refusal.NOT_CASE_OFFICER: _l("Bare en saksbehandler kan gjøre dette."),
        Refusal.NOT_DECISION_MAKER: _l("Bare en med vedtaksmyndighet kan gjøre dette."),
        Refusal.PROPOSAL_OUTDATED: _l(
            "Noe i innstillingen er endret siden den ble laget. Det må lages og velges en ny."
        ),
        Refusal.PROPOSAL_NOT_CHOSEN: _l(
            "Innstillingen er ikke lenger den som er valgt. Lag nytt utkast fra den som er valgt nå."
        ),
        Refusal.NOTHING_TO_DRAFT: _l("Det er ingen saker som venter på utkast fra deg."),
        Refusal.NOT_INELIGIBLE: _l(
            "Saken kan ikke avvises, for den er ikke vurdert til ikke å oppfylle kravene."
        ),
        Refusal.REASON_MISSING: _l("Begrunnelsen mangler."),
        Refusal.SENTENCES_MISSING: _l("Begrunnelsen er ikke hel."),
        Refusal.CRITERION_WITHOUT_REASON: _l(
            "Begrunnelsen mangler for disse kriteriene: %(codes)s."
        ),
        Refusal.NOT_READY_FOR_DECISION: _l("Saken er ikke klar for vedtak."),
        Refusal.NEWER_VERSION: _l("Det finnes en nyere versjon av vedtaket."),
        Refusal.ALREADY_SIGNED: _l("Vedtaket er allerede signert."),
        Refusal.SUPPLEMENT_CHANGED: _l(
            "Tillegget er ikke lenger det som følger av tilleggsrammen. Lag nytt utkast."
        ),
        Refusal.SUM_IS_WRONG: _l("Beløpene i vedtaket stemmer ikke med innstillingen."),
        Refusal.OVER_FRAME: _l("Det er ikke nok igjen av rammen for utlysningen."),
        Refusal.NO_AUTHORITY: _l(
            "Du har ingen fullmakt til å signere vedtak. Den må gis av en administrator eller lederen din."
        ),
        Refusal.OVER_AUTHORITY: _l(
            "Vedtaket gir %(amount)s, og fullmakten din gjelder til og med %(limit)s."
        ),
        Refusal.DATED_IN_THE_PAST: _l("Datoen kan ikke være før i dag."),
        Refusal.NOTHING_TO_SIGN: _l("Det er ingen vedtak du kan signere."),
        Refusal.NOTHING_TO_PUBLISH: _l("Det er ingen signerte vedtak med ferdige brev."),
        Refusal.LETTERS_DATED_ANOTHER_DAY: _l(
            "Brevene er datert %(dated)s. De må ha dagens dato når vedtakene blir kunngjort, for "
            "fristene regnes fra den. Lag brevene på nytt med dagens dato."
        ),
        Refusal.CONTENT_CHANGED: _l(
            "Innholdet i vedtaket i sak %(case)s er endret etter at det ble signert. "
            "Ingenting er kunngjort."
        ),
        Refusal.LETTER_NOT_WAITING: _l("Brevet er allerede laget."),
        Refusal.NOTHING_TO_DATE: _l("Ingen brev har en annen dato."),
        Refusal.NOT_LEADS_SIGNATORY: _l(
            "Bare en som kan forplikte hovedsøkeren, kan svare på tilsagnet."
        ),
        Refusal.NOT_AN_AWARD: _l("Det er ikke noe tilsagn å svare på i denne saken."),
        Refusal.ALREADY_ANSWERED: _l("Tilsagnet er allerede besvart."),
        Refusal.ANSWERED_TOO_LATE: _l(
            "Fristen for å svare var %(due_on)s. Tilsagnet kan ikke lenger aksepteres."
        ),
        Refusal.ACCOUNT_NUMBER_WRONG: _l(
            "Kontonummeret er feil. Det skal ha elleve sifre, og det siste er et kontrollsiffer."
        ),
        Refusal.ACCOUNT_NUMBER_MISSING: _l("Skriv kontonummeret tilskuddet skal betales til."),
        Refusal.NOT_LATE_YET: _l("Fristen for å svare er ikke ute ennå."),
        Refusal.NOT_ADMINISTRATOR: _l("Bare en administrator kan gjøre dette."),
        Refusal.NOT_CONTROLLER: _l("Bare en controller kan gjøre dette."),
        Refusal.TEXT_FAULTY: _l("En av tekstene mangler noe den må ha."),
        Refusal.TEXTS_UNCHANGED: _l("Ingen av tekstene er endret."),
        Refusal.TEXTS_IN_THE_PAST: _l("Tekstene kan ikke gjelde fra en dato som har vært."),
        Refusal.PUBLISHED_IN_THE_PAST: _l("Tidspunktet må være fram i tid."),
        Refusal.ALREADY_SET: _l("Det er allerede satt et tidspunkt for kunngjøringen."),
        Refusal.NOT_SET: _l("Det er ikke satt noe tidspunkt for kunngjøringen."),
        Refusal.LETTERS_MISSING: _l("Noen av brevene er ikke laget. Ingenting er kunngjort."),
        Refusal.NOTHING_TO_TRY: _l("Det er ingen brev å prøve: alle vedtak er kunngjort."),
        Refusal.TRIAL_GOES_ON: _l("En prøve er allerede i gang."),
        Problem.LACKS_PART: _l("Brevet mangler en del: %(about)s"),
        Problem.NO_CONTACT: _l("Saken har ingen kontaktperson med e-post"),
        Problem.NOBODY_TO_TELL: _l("%(about)s har ingen som kan varsles"),
        Problem.RUNS_OFF: _l("Ordet er lengre enn linjen: %(about)s"),
        Refusal.NOT_A_FORM: _l("Velg bokmål eller nynorsk."),
        Refusal.NOTHING_TO_SEND: _l("Ingen av sakene venter på et foreløpig svar."),
        Refusal.EXPECTED_IN_THE_PAST: _l("Datoen for svaret må være etter i dag."),
        Refusal.NO_COMPLAINT_BEHIND: _l(
            "Vedtaket gjør om et annet, men det er ingen åpen klage bak det lenger."
        ),
        Refusal.COMPLAINT_IS_OPEN: _l(
            "Tilsagnet kan ikke falle bort så lenge det er klaget på vedtaket."
        ),
        Refusal.REASONS_MUST_BE_GIVEN: _l("Begrunnelsen kan bare utelates når noe innvilges."),
    }
)

EVENT_WORDS.update(
    {
        CaseNote.DRAFTED.value: _l("Utkast til vedtak ble laget"),
        CaseNote.INTERIM_REPLY.value: _l("Foreløpig svar ble sendt. Svar er ventet innen %(expected_on)s"),
        CaseNote.REMINDED.value: _l("Påminnelse ble sendt i brev. Fristen er %(due_on)s"),
        CaseNote.OPENED.value: _l("Et brev til %(organisation)s ble åpnet"),
        CaseNote.REVERSAL_SIGNED.value: _l("Et vedtak som gjør om et tidligere, ble signert"),
        CaseNote.SUPPLEMENT_SIGNED.value: _l("Et vedtak om tilleggstildeling ble signert"),
        CaseNote.SUPPLEMENTED.value: _l("Det ble mer penger å fordele: tilskuddet er nå større"),
        CaseNote.CORRECTION_PROPOSED.value: _l("Det ble foreslått å rette en skrivefeil i vedtaket"),
        CaseNote.CORRECTION_WITHDRAWN.value: _l("Forslaget om å rette en skrivefeil ble trukket"),
        CaseNote.CORRECTED.value: _l("En skrivefeil i vedtaket ble rettet. Utfall og beløp er de samme"),
        CaseNote.ACCOUNT_ASKED.value: _l("Det ble bedt om at tilskuddet betales til en annen konto"),
        CaseNote.ACCOUNT_CONFIRMED.value: _l("Den nye kontoen ble bekreftet av en til"),
        CaseNote.ACCOUNT_CHANGED.value: _l("Tilskuddet betales fra nå av til den nye kontoen"),
        CaseNote.ACCOUNT_WITHDRAWN.value: _l("Endringen av konto ble stanset"),
        CaseNote.REVERSED.value: _l("Vedtaket ble gjort om: tilskuddet er nå større"),
    }
)
