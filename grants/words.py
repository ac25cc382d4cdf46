"""What the rules, refusals and choices of this room are called."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from criteria.allocation import Method
from criteria.auditing import AuditFrom, AuditPer
from criteria.eligibility.facts import Enough, MidtNorge
from criteria.instalments import Trigger
from criteria.paying import LocalDecisions
from criteria.scoring import Settling
from foundation import words
from grants.models import MeasureKind, QuestionKind, RuleKey


class CallState(StrEnum):
    """Where a call stands on a day."""

    DRAFT = "draft"
    COMING = "coming"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class CallPart(StrEnum):
    """The parts of a call, in the order they are edited and read."""

    BASICS = "basics"
    APPLICANTS = "applicants"
    RULES = "rules"
    ACTIVITIES = "activities"
    CONDITIONS = "conditions"
    QUESTIONS = "questions"
    ATTACHMENTS = "attachments"
    CRITERIA = "criteria"
    PORTFOLIO = "portfolio"
    PLAN = "plan"
    STATUS_QUESTIONS = "status_questions"
    ANNUAL_QUESTIONS = "annual_questions"
    FINAL_QUESTIONS = "final_questions"
    BENEFIT_QUESTIONS = "benefit_questions"


class SchemeRefusal(StrEnum):
    """Why the scheme or its money could not be changed."""

    ALREADY_SET_UP = "already_set_up"
    NO_SUCH_LEVEL = "no_such_level"
    YEAR_OUTSIDE_PERIOD = "year_outside_period"
    LESS_THAN_NOTHING = "less_than_nothing"
    NOTHING_CHANGES = "nothing_changes"


class CallRefusal(StrEnum):
    """Why a call could not be drafted or changed."""

    CODE_TAKEN = "code_taken"
    ROW_CODE_TAKEN = "row_code_taken"
    NO_SUCH_MEASURE = "no_such_measure"
    ALREADY_PUBLISHED = "already_published"
    CLOSES_BEFORE_OPENING = "closes_before_opening"
    YEARS_BACKWARDS = "years_backwards"
    YEARS_OUTSIDE_PERIOD = "years_outside_period"
    VALUE_NOT_A_NUMBER = "value_not_a_number"
    VALUE_NOT_A_PERCENT = "value_not_a_percent"
    VALUE_UNKNOWN = "value_unknown"
    VALUE_TOO_LARGE = "value_too_large"
    VALUE_TOO_LONG = "value_too_long"
    BOUND_TAKEN = "bound_taken"
    BOUND_LIMITS_NOTHING = "bound_limits_nothing"
    BOUND_BACKWARDS = "bound_backwards"
    SMALLEST_ABOVE_LARGEST = "smallest_above_largest"
    CHOICE_WITHOUT_NOTE = "choice_without_note"
    NEVER_LEADS = "never_leads"
    NAMED_IS_GONE = "named_is_gone"
    THRESHOLD_OFF_SCALE = "threshold_off_scale"
    PLAN_KNOWS_NO_POINTS = "plan_knows_no_points"
    BELONGS_TO_ROUND = "belongs_to_round"
    ROUND_IS_OVER = "round_is_over"
    EDITION_BEGUN = "edition_begun"
    IS_AN_EDITION = "is_an_edition"
    NOTHING_DIFFERS = "nothing_differs"
    NOT_PUBLISHED = "not_published"
    WITHDRAWN = "withdrawn"
    NOT_LATER = "not_later"
    ALREADY_PAST = "already_past"
    HANDLING_BEGUN = "handling_begun"
    DECIDED_ALREADY = "decided_already"
    REASON_MISSING = "reason_missing"


class Shortfall(StrEnum):
    """What keeps a call from being published."""

    MEASURE_CLOSED = "measure_closed"
    TEXT_MISSING = "text_missing"
    CLOSED_ALREADY = "closed_already"
    FRAME_MISSING = "frame_missing"
    FRAME_ABOVE_APPROPRIATION = "frame_above_appropriation"
    NOBODY_MAY_LEAD = "nobody_may_lead"
    NO_ACTIVITIES = "no_activities"
    CHOICES_MISSING = "choices_missing"
    COLUMNS_MISSING = "columns_missing"
    CONDITION_UNUSABLE = "condition_unusable"
    NO_SCORED_CRITERIA = "no_scored_criteria"
    WEIGHTS_NOT_WHOLE = "weights_not_whole"
    WEIGHT_MISSING = "weight_missing"
    ANCHORS_MISSING = "anchors_missing"
    PLAN_NOT_WHOLE = "plan_not_whole"
    RATE_MISSING = "rate_missing"
    EITHER_OF_ONE = "either_of_one"
    TIE_STATED_TWICE = "tie_stated_twice"
    LOT_WORDS_MISSING = "lot_words_missing"
    CAP_BELOW_SMALLEST = "cap_below_smallest"
    EQUAL_SHARES_BOUND = "equal_shares_bound"
    NAMED_IS_GONE = "named_is_gone"


class Caution(StrEnum):
    """What the administrator should know before publishing, though it stops nothing."""

    MIDT_NORGE_UNDECIDED = "midt_norge_undecided"


words.register(
    {
        CallPart.BASICS: _l("Formål, datoer og ramme"),
        CallPart.APPLICANTS: _l("Hvem som kan søke"),
        CallPart.RULES: _l("Regler"),
        CallPart.ACTIVITIES: _l("Aktiviteter"),
        CallPart.CONDITIONS: _l("Vilkår"),
        CallPart.QUESTIONS: _l("Spørsmål"),
        CallPart.ATTACHMENTS: _l("Vedlegg"),
        CallPart.CRITERIA: _l("Tildelingskriterier"),
        CallPart.PORTFOLIO: _l("Fordeling på grupper"),
        CallPart.PLAN: _l("Utbetalingsplan"),
        CallPart.STATUS_QUESTIONS: _l("Spørsmål i statusrapporten"),
        CallPart.ANNUAL_QUESTIONS: _l("Spørsmål i årsrapporten"),
        CallPart.FINAL_QUESTIONS: _l("Spørsmål i sluttrapporten"),
        CallPart.BENEFIT_QUESTIONS: _l("Spørsmål om gevinstene etterpå"),
        SchemeRefusal.ALREADY_SET_UP: _l("Ordningen er allerede satt opp."),
        SchemeRefusal.NO_SUCH_LEVEL: _l("Ordningen har ikke ambisjonsnivå %(level)s."),
        SchemeRefusal.YEAR_OUTSIDE_PERIOD: _l(
            "Året må være i ordningens periode, fra %(first)s til %(last)s."
        ),
        SchemeRefusal.LESS_THAN_NOTHING: _l(
            "Reduksjonen er større enn det posten har for året, som er %(granted)s."
        ),
        SchemeRefusal.NOTHING_CHANGES: _l("Beløpet kan ikke være 0."),
        Shortfall.MEASURE_CLOSED: _l(
            "Tiltak %(measure)s er ikke med på ambisjonsnivå %(level)s, som ordningen følger."
        ),
        Shortfall.TEXT_MISSING: _l("%(subject)s mangler tekst på %(language)s."),
        Shortfall.CLOSED_ALREADY: _l("Søknadsfristen er allerede ute."),
        Shortfall.FRAME_MISSING: _l("Utlysningen har ingen ramme."),
        Shortfall.FRAME_ABOVE_APPROPRIATION: _l(
            "Rammen er %(frame)s. Posten har %(granted)s for %(year)s, og andre utlysninger for det "
            "året har %(promised)s av dem."
        ),
        Shortfall.NOBODY_MAY_LEAD: _l("Ingen kan være hovedsøker."),
        Shortfall.NO_ACTIVITIES: _l("Utlysningen har ingen aktiviteter som kan få støtte."),
        Shortfall.CHOICES_MISSING: _l("Spørsmål %(code)s må ha minst to svaralternativer."),
        Shortfall.COLUMNS_MISSING: _l("Spørsmål %(code)s må ha minst én kolonne."),
        Shortfall.CONDITION_UNUSABLE: _l(
            "Spørsmål %(code)s vises bare ved et svar som ikke kan gis tidligere i skjemaet."
        ),
        Shortfall.NO_SCORED_CRITERIA: _l("Utlysningen har ingen kriterier som gir poeng."),
        Shortfall.WEIGHTS_NOT_WHOLE: _l(
            "Vektene er %(found)s prosent til sammen. De må være 100 prosent."
        ),
        Shortfall.WEIGHT_MISSING: _l("Kriterium %(code)s gir poeng, men har ingen vekt."),
        Shortfall.ANCHORS_MISSING: _l(
            "Kriterium %(code)s mangler ankertekst for karakter %(marks)s."
        ),
        Shortfall.PLAN_NOT_WHOLE: _l(
            "Utbetalingsplanen er %(found)s prosent til sammen. Den må være 100 prosent."
        ),
        Shortfall.RATE_MISSING: _l(
            "Fordelingen gir en andel av det det søkes om, men andelen er ikke satt."
        ),
        Shortfall.EITHER_OF_ONE: _l(
            "Det er nok med enten kommuner eller innbyggere, men utlysningen setter ikke begge kravene."
        ),
        Shortfall.TIE_STATED_TWICE: _l(
            "%(rule)s står to ganger i rekkefølgen for søknader med lik poengsum."
        ),
        Shortfall.LOT_WORDS_MISSING: _l(
            "Loddtrekning skal avgjøre, men det står ikke hva loddet lages av."
        ),
        Shortfall.CAP_BELOW_SMALLEST: _l(
            "Det høyeste tilskuddet som blir gitt, er lavere enn det minste."
        ),
        Shortfall.EQUAL_SHARES_BOUND: _l(
            "Når alle skal ha den samme andelen, kan fordelingen på grupper bare sette et høyeste antall "
            "saker."
        ),
        Shortfall.NAMED_IS_GONE: _l("%(name)s, som utlysningen er for, finnes ikke lenger."),
        Caution.MIDT_NORGE_UNDECIDED: _l(
            "Det er ikke avklart om kommuner i helseregion Midt-Norge kan delta. Søknader med slike "
            "kommuner får et varsel, men stoppes ikke."
        ),
        MeasureKind.FINANCIAL: _l("Finansielt virkemiddel"),
        MeasureKind.PEDAGOGICAL: _l("Pedagogisk virkemiddel"),
        RuleKey.MIN_KOMMUNER: _l("Minste antall kommuner"),
        RuleKey.MIN_POPULATION: _l("Minste antall innbyggere"),
        RuleKey.ENOUGH: _l("Kommuner og innbyggere"),
        RuleKey.OWN_SHARE_PERCENT: _l("Egenandel, minst"),
        RuleKey.MIN_GRANT: _l("Minste tilskudd"),
        RuleKey.MAX_GRANT: _l("Største tilskudd"),
        RuleKey.MIN_GRANT_PER_PARTNER: _l("Minste tilskudd til én deltaker"),
        RuleKey.MAX_GRANT_PER_PARTNER: _l("Største tilskudd til én deltaker"),
        RuleKey.MAX_MONTHS: _l("Lengste prosjekt"),
        RuleKey.MIDT_NORGE: _l("Kommuner i helseregion Midt-Norge"),
        RuleKey.SCORE_THRESHOLD: _l("Laveste poengsum som kan få tilskudd"),
        RuleKey.MARK_GAP: _l("Største forskjell på to karakterer"),
        RuleKey.TOTAL_GAP: _l("Største forskjell på to poengsummer"),
        RuleKey.NEAR_LINE: _l("Så nær terskelen eller streken leses søknaden en tredje gang"),
        RuleKey.SETTLING: _l("Slik blir tre karakterer til én"),
        RuleKey.SHARE_PERCENT: _l("Største andel av søkt beløp"),
        RuleKey.GRANT_CAP: _l("Høyeste tilskudd som blir gitt"),
        RuleKey.TIE_FIRST: _l("Ved lik poengsum avgjør først"),
        RuleKey.TIE_SECOND: _l("Ved lik poengsum avgjør deretter"),
        RuleKey.TIE_THIRD: _l("Ved lik poengsum avgjør til slutt"),
        RuleKey.LOT: _l("Ordene loddet lages av"),
        RuleKey.AIM: _l("Det den beste fordelingen gjør størst"),
        RuleKey.AUDIT_THRESHOLD: _l("Revisorbekreftelse kreves fra"),
        RuleKey.AUDIT_PER: _l("Grensen for revisorbekreftelse gjelder"),
        RuleKey.AUDIT_FROM: _l("Når grensen for revisorbekreftelse er nådd"),
        RuleKey.STATUS_MONTH: _l("Statusrapport hvert år innen den første i denne måneden (1–12)"),
        RuleKey.BENEFIT_YEARS: _l("Så mange år følges gevinstene opp etter siste tilskuddsår"),
        RuleKey.EXPERIENCE_MONTHS: _l(
            "Så mange måneder etter siste tilskuddsår skal erfaringene være delt"
        ),
        AuditPer.DECISION: _l("Hvert tilskudd for seg"),
        AuditPer.RECIPIENT: _l("Alt mottakeren får i ordningen det året"),
        AuditFrom.AT_LEAST: _l("Fra og med beløpet"),
        AuditFrom.ABOVE: _l("Bare over beløpet"),
        RuleKey.LOCAL_DECISIONS: _l("Kommunenes egne vedtak før utbetaling"),
        LocalDecisions.ASKED: _l("Hver kommune må registrere sitt eget vedtak"),
        LocalDecisions.NOT_ASKED: _l("Kreves ikke"),
        RuleKey.ACCEPTANCE_DAYS: _l("Frist for å godta tilskuddet"),
        RuleKey.RATE_2024: _l("Sats for prosjekter som starter i 2024"),
        RuleKey.RATE_2025: _l("Sats for prosjekter som starter i 2025"),
        RuleKey.RATE_2026: _l("Sats for prosjekter som starter i 2026"),
        RuleKey.RATE_2027: _l("Sats for prosjekter som starter i 2027"),
        RuleKey.RATE_2028: _l("Sats for prosjekter som starter i 2028"),
        Enough.BOTH: _l("Begge kravene må være oppfylt"),
        Enough.EITHER: _l("Ett av kravene er nok"),
        Settling.MEAN: _l("Snittet av alle tre"),
        Settling.MEDIAN: _l("Den midterste av de tre"),
        Settling.CLOSEST_TWO: _l("Snittet av de to som ligger nærmest hverandre"),
        MidtNorge.ALLOWED: _l("Kan delta"),
        MidtNorge.EXCLUDED: _l("Kan ikke delta"),
        MidtNorge.UNDECIDED: _l("Ikke avklart"),
        Method.FULL_UNTIL_SPENT: _l(
            "De høyest rangerte søknadene får det de ber om, så langt rammen rekker"
        ),
        Method.SHARE_OF_ASKED: _l(
            "De høyest rangerte søknadene får en andel av det de ber om, så langt rammen rekker"
        ),
        Method.FULL_OR_NOTHING: _l(
            "De høyest rangerte søknadene får alt de ber om. Det stopper ved den første det ikke er rom for"
        ),
        Method.FULL_OR_NEXT: _l(
            "De høyest rangerte søknadene får alt de ber om. Er det ikke rom for en, går turen til den neste"
        ),
        Method.PROPORTIONAL: _l(
            "Alle over terskelen får den samme andelen av det de ber om, så stor som rammen gir rom for"
        ),
        QuestionKind.TEXT: _l("Tekst"),
        QuestionKind.NUMBER: _l("Tall"),
        QuestionKind.MONEY: _l("Beløp"),
        QuestionKind.CHOICE: _l("Ett valg"),
        QuestionKind.CHOICES: _l("Flere valg"),
        QuestionKind.TABLE: _l("Tabell"),
        QuestionKind.DATE: _l("Dato"),
        QuestionKind.FILE: _l("Fil"),
        QuestionKind.DECLARATION: _l("Erklæring"),
        Trigger.ACCEPTED: _l("når tilskuddet er akseptert"),
        Trigger.REPORT_APPROVED: _l("når rapporten for året er godkjent"),
        Trigger.FINAL_REPORT_APPROVED: _l("når sluttrapporten er godkjent"),
        Trigger.ON_DATE: _l("på en bestemt dato"),
        Trigger.STAGE_GATE: _l("når et stoppunkt eller kontrollpunkt er passert"),
    }
)
# Some words of these enums have the same value as others above: a mapping cannot hold both.
words.register(
    {
        CallState.DRAFT: _l("Utkast"),
        CallState.COMING: _l("Åpner senere"),
        CallState.OPEN: _l("Åpen for søknader"),
        CallState.CLOSED: _l("Fristen er ute"),
        CallState.WITHDRAWN: _l("Trukket tilbake"),
    }
)
words.register(
    {
        CallRefusal.CODE_TAKEN: _l("Det finnes allerede en utlysning med koden %(code)s."),
        CallRefusal.ROW_CODE_TAKEN: _l("Koden %(code)s er allerede i bruk i denne utlysningen."),
        CallRefusal.NO_SUCH_MEASURE: _l("Ordningen har ikke tiltaket %(code)s."),
        CallRefusal.ALREADY_PUBLISHED: _l(
            "Utlysningen er kunngjort og kan ikke endres. Søkere må kunne stole på det som er lyst ut."
        ),
        CallRefusal.CLOSES_BEFORE_OPENING: _l("Fristen kan ikke være før utlysningen åpner."),
        CallRefusal.YEARS_BACKWARDS: _l("Siste år kan ikke være før første år."),
        CallRefusal.YEARS_OUTSIDE_PERIOD: _l(
            "Årene må være i ordningens periode, fra %(first)s til %(last)s."
        ),
        CallRefusal.VALUE_NOT_A_NUMBER: _l("Verdien må være et helt tall."),
        CallRefusal.VALUE_NOT_A_PERCENT: _l("Prosenten må være mellom %(lowest)s og 100."),
        CallRefusal.VALUE_UNKNOWN: _l("Verdien er ikke en av dem regelen kan ha."),
        CallRefusal.VALUE_TOO_LARGE: _l("Tallet er for stort."),
        CallRefusal.VALUE_TOO_LONG: _l("Skriv høyst %(most)s tegn."),
        CallRefusal.BOUND_TAKEN: _l("Det er allerede satt grenser for denne gruppen."),
        CallRefusal.BOUND_LIMITS_NOTHING: _l("Skriv minst én grense."),
        CallRefusal.BOUND_BACKWARDS: _l("Den nedre grensen kan ikke være høyere enn den øvre."),
        CallRefusal.CHOICE_WITHOUT_NOTE: _l(
            "Skriv en merknad. Når forvalteren har valgt verdien, må søkerne få vite hvorfor."
        ),
        CallRefusal.NEVER_LEADS: _l(
            "%(name)s kan bare delta. Helseforetak og regionale helseforetak kan ikke være hovedsøker."
        ),
        CallRefusal.NAMED_IS_GONE: _l("%(name)s finnes ikke lenger."),
        CallRefusal.SMALLEST_ABOVE_LARGEST: _l(
            "Det minste tilskuddet kan ikke være høyere enn det største."
        ),
        CallRefusal.PLAN_KNOWS_NO_POINTS: _l("Planen i en utlysning kan ikke vente på et punkt i en sak."),
        CallRefusal.THRESHOLD_OFF_SCALE: _l("Terskelen må være mellom 0 og %(max_mark)s."),
        CallRefusal.BELONGS_TO_ROUND: _l(
            "Datoer, ramme, første år, fordeling og tildelingskriterier gjelder hele runden og kan ikke "
            "endres i en ny versjon. Fristen kan forlenges for seg."
        ),
        CallRefusal.ROUND_IS_OVER: _l(
            "Utlysningen tar ikke imot søknader lenger, så den kan ikke få en ny versjon."
        ),
        CallRefusal.EDITION_BEGUN: _l("Det finnes allerede et utkast til ny versjon."),
        CallRefusal.IS_AN_EDITION: _l(
            "En ny versjon av en kunngjort utlysning må kunngjøres med en begrunnelse."
        ),
        CallRefusal.NOTHING_DIFFERS: _l("Utkastet er likt versjonen som gjelder nå."),
        CallRefusal.NOT_PUBLISHED: _l("Utlysningen er ikke kunngjort."),
        CallRefusal.WITHDRAWN: _l("Utlysningen er trukket tilbake."),
        CallRefusal.NOT_LATER: _l("Den nye fristen må være senere enn %(closes_on)s."),
        CallRefusal.ALREADY_PAST: _l("Den nye fristen kan ikke være før i dag."),
        CallRefusal.REASON_MISSING: _l("Skriv begrunnelsen i begge målformer."),
        CallRefusal.HANDLING_BEGUN: _l(
            "Fristen er ute, og behandlingen av søknadene har begynt. Da kan den ikke forlenges."
        ),
        CallRefusal.DECIDED_ALREADY: _l(
            "Det er fattet vedtak i sak %(case)s. Da kan utlysningen ikke trekkes tilbake."
        ),
    }
)
