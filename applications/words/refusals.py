"""Why an act on an application was refused, in words."""

from flask_babel import lazy_gettext as _l

from applications.refusals import Refusal
from foundation import words

words.register({
    Refusal.CALL_NOT_OPEN: _l("Utlysningen tar ikke imot søknader nå."),
    Refusal.CALL_HAS_CHANGED: _l(
        "Utlysningen har fått en ny versjon. Les den, og begynn søknaden derfra."
    ),
    Refusal.FOLLOWS_NEWEST: _l("Søknaden følger allerede den nyeste versjonen av utlysningen."),
    Refusal.KIND_MAY_NOT_LEAD: _l(
        "Denne typen organisasjon kan ikke være hovedsøker i utlysningen."
    ),
    Refusal.NOT_THE_NAMED: _l(
        "Utlysningen er bare for én bestemt organisasjon. Andre kan ikke være hovedsøker."
    ),
    Refusal.KIND_MAY_NOT_TAKE_PART: _l("%(name)s er en organisasjon som ikke kan delta her."),
    Refusal.NOT_LEADS_EDITOR: _l("Bare de som handler for hovedsøkeren, kan gjøre dette."),
    Refusal.NOT_LEADS_SIGNATORY: _l("Bare den som har signaturrett hos hovedsøkeren, kan gjøre dette."),
    Refusal.NOT_PARTNERS_EDITOR: _l(
        "Hver deltaker fyller ut sin egen del av budsjettet. Hovedsøkeren kan fylle ut alt."
    ),
    Refusal.NOT_PARTNERS_SIGNATORY: _l(
        "Bare den som har signaturrett hos deltakeren, kan bekrefte eller takke nei."
    ),
    Refusal.NOT_A_DRAFT: _l("Søknaden er ikke lenger et utkast og kan ikke endres."),
    Refusal.TITLE_MISSING: _l("Skriv en tittel på prosjektet."),
    Refusal.PERIOD_BACKWARDS: _l("Prosjektet kan ikke slutte før det begynner."),
    Refusal.ALREADY_PARTNER: _l("%(name)s er allerede med i søknaden."),
    Refusal.LEAD_STAYS: _l("Hovedsøkeren kan ikke fjernes eller få en annen rolle."),
    Refusal.ONE_LEAD: _l("En søknad har én hovedsøker."),
    Refusal.NOTHING_TO_CONFIRM: _l("Bare deltakere bekrefter sin del av søknaden."),
    Refusal.AUTHORITY_MISSING: _l("Skriv hvilken fullmakt du handler etter."),
    Refusal.OBSERVER_PROMISES_NOTHING: _l(
        "En observatør lover ingenting. Fjern egeninnsatsen, eller velg en annen rolle."
    ),
    Refusal.NOBODY_TO_REMIND: _l("Alle har svart. Det er ingen å minne om."),
    Refusal.REMINDED_LATELY: _l("Deltakerne er nylig minnet om. Du kan minne på nytt %(again)s."),
    Refusal.NOT_PARTNERS_PERSON: _l("Bare de som handler for deltakeren, kan gjøre dette."),
    Refusal.COMMENT_MISSING: _l("Skriv hvorfor dere foreslår andre tall."),
    Refusal.SAME_FIGURES: _l("Forslaget er likt det som står i søknaden. Endre minst ett tall."),
    Refusal.NO_OPEN_OFFER: _l("Forslaget er allerede besvart eller trukket."),
    Refusal.OFFER_REASON_MISSING: _l("Skriv hvorfor dere ikke godtar forslaget."),
    Refusal.NOT_AMONG_EARLIER: _l("Dere kan bare bygge på søknader som dere selv har ledet."),
    Refusal.ACTIVITY_NOT_OFFERED: _l("Utlysningen gir ikke tilskudd til denne aktiviteten."),
    Refusal.ACTIVITY_HAS_BUDGET: _l(
        "%(codes)s har beløp i budsjettet. Fjern beløpene før dere tar bort aktiviteten."
    ),
    Refusal.ACTIVITY_NOT_CHOSEN: _l("Velg aktiviteten %(code)s før dere fører beløp på den."),
    Refusal.AMOUNT_TOO_LARGE: _l("Beløpet er for stort."),
    Refusal.QUESTION_NOT_ASKED: _l("Utlysningen stiller ikke dette spørsmålet."),
    Refusal.NOT_AN_ANSWER: _l("Svaret på %(code)s kan ikke brukes."),
    Refusal.KIND_NOT_ASKED_FOR: _l("Velg hva slags vedlegg dette er."),
    Refusal.TOO_MANY_ATTACHMENTS: _l(
        "Søknaden kan ha høyst %(most)s vedlegg. Fjern ett før dere legger til flere."
    ),
    Refusal.CALL_CLOSED: _l(
        "Utlysningen tar ikke imot søknaden nå. Siste dag er %(closed_on)s."
    ),
    Refusal.INCOMPLETE: _l("Søknaden er ikke ferdig utfylt. Se listen over hva som mangler."),
    Refusal.PARTNER_UNCONFIRMED: _l("Disse har ikke bekreftet sin del: %(names)s."),
    Refusal.NOT_ELIGIBLE: _l("Søknaden oppfyller ikke vilkårene i utlysningen."),
    Refusal.TOO_LATE_TO_WITHDRAW: _l(
        "Søknaden er kommet for langt i behandlingen til at dere kan trekke den her."
    ),
    Refusal.WOULD_VOID: _l(
        "Endringen gjør at disse må bekrefte på nytt: %(names)s. Trykk «Lagre» hvis dere vil det."
    ),
    Refusal.REASON_MISSING: _l("Skriv hvorfor dere trekker søknaden."),
    Refusal.NOTHING_ASKED_FOR: _l("Vi venter ikke på svar i denne saken."),
    Refusal.ANSWER_MISSING: _l("Skriv et svar."),
})
