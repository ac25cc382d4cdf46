"""What roles, kinds and refusals of this room are called."""

from enum import StrEnum

from flask_babel import lazy_gettext as _l

from accounts.models import HealthRegion, LanguageForm, NumberBasis, OrganisationKind, Role
from accounts.register import ChangeKind
from criteria.authority import AuthorityKind, GivingRefusal
from criteria.impartiality import TieKind
from foundation import words


class SignInRefusal(StrEnum):
    """Why somebody was not signed in. A wrong address and a wrong password are the same word."""

    WRONG = "wrong"
    LOCKED = "locked"


class PersonRefusal(StrEnum):
    """Why a person or a membership could not be changed."""

    EMAIL_TAKEN = "email_taken"
    ALREADY_MEMBER = "already_member"
    OWN_ROLE = "own_role"
    ROLE_DOES_NOT_FIT = "role_does_not_fit"
    KEY_LASTS_TOO_LONG = "key_lasts_too_long"


class LeaderRefusal(StrEnum):
    """Why somebody cannot be a person's leader."""

    ONESELF = "oneself"
    CLOSED = "closed"
    CIRCLE = "circle"


class TieRefusal(StrEnum):
    """Why a tie could not be registered or ended."""

    ENDS_BEFORE_IT_BEGINS = "ends_before_it_begins"
    ALREADY_ENDED = "already_ended"
    IN_THE_FUTURE = "in_the_future"


class OrganisationRefusal(StrEnum):
    """Why an organisation could not be registered."""

    CODE_TAKEN = "code_taken"
    NUMBER_TAKEN = "number_taken"


words.register(
    {
        SignInRefusal.WRONG: _l("E-postadressen eller passordet er feil."),
        SignInRefusal.LOCKED: _l(
            "Det har vært for mange forsøk på å logge inn. Prøv igjen etter kl. %(until)s."
        ),
        PersonRefusal.EMAIL_TAKEN: _l("Det finnes allerede en person med denne e-postadressen."),
        PersonRefusal.ALREADY_MEMBER: _l("Personen har allerede denne rollen i organisasjonen."),
        PersonRefusal.OWN_ROLE: _l(
            "Du kan ikke endre dine egne roller. Be en annen administrator."
        ),
        PersonRefusal.ROLE_DOES_NOT_FIT: _l(
            "Denne rollen passer ikke for denne typen organisasjon."
        ),
        PersonRefusal.KEY_LASTS_TOO_LONG: _l("Nøkkelen kan gjelde i høyst ett år."),
        LeaderRefusal.ONESELF: _l("Ingen kan være sin egen leder."),
        LeaderRefusal.CLOSED: _l("Kontoen til %(name)s er stengt."),
        LeaderRefusal.CIRCLE: _l(
            "%(name)s blir ledet av personen selv, direkte eller gjennom andre. Da ville lederne gått i ring."
        ),
        AuthorityKind.SIGN: _l("Signere vedtak"),
        AuthorityKind.ATTEST: _l("Attestere utbetalinger"),
        AuthorityKind.AUTHORISE: _l("Anvise utbetalinger"),
        GivingRefusal.ONESELF: _l(
            "Ingen kan gi seg selv fullmakt. Be lederen din eller en annen administrator."
        ),
        GivingRefusal.NOT_THEIR_LEADER: _l(
            "Bare en administrator eller nærmeste leder kan gi %(name)s fullmakt."
        ),
        GivingRefusal.OVER_OWN_LIMIT: _l("Du kan ikke gi fullmakt for mer enn du selv har."),
        GivingRefusal.ROLE_LACKS_IT: _l("%(name)s har ingen rolle som kan bruke fullmakten."),
        GivingRefusal.IN_THE_PAST: _l("Fullmakten kan ikke gjelde fra en dag som har vært."),
        GivingRefusal.ENDS_BEFORE_IT_BEGINS: _l("Siste dag kan ikke være før første dag."),
        GivingRefusal.REASON_MISSING: _l(
            "Skriv hvorfor, for eksempel hvilken instruks som ligger bak."
        ),
        GivingRefusal.NOTHING_TO_TAKE: _l(
            "%(name)s har ingen slik fullmakt å trekke tilbake fra den dagen."
        ),
        TieRefusal.ENDS_BEFORE_IT_BEGINS: _l("Sluttdatoen kan ikke være før startdatoen."),
        TieRefusal.ALREADY_ENDED: _l("Tilknytningen er allerede avsluttet."),
        TieRefusal.IN_THE_FUTURE: _l("Datoen kan ikke være etter i dag."),
        TieKind.HOME: _l("Bor i kommunen"),
        TieKind.EMPLOYER: _l("Er eller har vært ansatt"),
        TieKind.POSITION: _l("Har verv eller sitter i styret"),
        TieKind.OWNERSHIP: _l("Har eierinteresser"),
        TieKind.FAMILY: _l("Noen i nær familie er ansatt eller har verv"),
        OrganisationRefusal.CODE_TAKEN: _l(
            "Det finnes allerede en organisasjon med koden %(code)s."
        ),
        OrganisationRefusal.NUMBER_TAKEN: _l(
            "Det finnes allerede en organisasjon med organisasjonsnummer %(number)s."
        ),
        NumberBasis.CONFIRMED: _l("Bekreftet i en åpen kilde"),
        NumberBasis.ASSUMED_UNCHANGED: _l("Antatt uendret etter at kommunen fikk nytt nummer"),
        NumberBasis.UNKNOWN: _l("Ikke kjent"),
        ChangeKind.RENUMBERED: _l("Nytt nummer"),
        ChangeKind.SPLIT: _l("Delt"),
        ChangeKind.RENAMED: _l("Nytt navn"),
        ChangeKind.BOUNDARY_MOVED: _l("Grensen er flyttet"),
        ChangeKind.MERGER_DECIDED: _l("Sammenslåing er vedtatt"),
        Role.EDITOR: _l("Søker (redigerer)"),
        Role.SIGNATORY: _l("Søker med signaturrett"),
        Role.CASE_OFFICER: _l("Saksbehandler"),
        Role.DECISION_MAKER: _l("Vedtaksmyndighet"),
        Role.CONTROLLER: _l("Controller"),
        Role.RESEARCHER: _l("Følgeforsker"),
        Role.ADMINISTRATOR: _l("Administrator"),
        Role.AUDITOR: _l("Revisor (ser alt, endrer ingenting)"),
        OrganisationKind.MUNICIPALITY: _l("Kommune"),
        OrganisationKind.COUNTY: _l("Fylkeskommune"),
        OrganisationKind.HEALTH_TRUST: _l("Helseforetak"),
        OrganisationKind.REGIONAL_HEALTH_AUTHORITY: _l("Regionalt helseforetak"),
        OrganisationKind.INTERMUNICIPAL_COMPANY: _l("Interkommunalt selskap (IKS)"),
        OrganisationKind.MUNICIPAL_TASK_COMMUNITY: _l("Kommunalt oppgavefellesskap"),
        OrganisationKind.INTERMUNICIPAL_COUNCIL: _l("Interkommunalt politisk råd"),
        OrganisationKind.INTEREST_ORGANISATION: _l("Interesseorganisasjon"),
        OrganisationKind.AGENCY: _l("Statlig virksomhet"),
        OrganisationKind.RESEARCH: _l("Forskningsinstitusjon"),
        LanguageForm.BOKMAL: _l("Bokmål"),
        LanguageForm.NYNORSK: _l("Nynorsk"),
        LanguageForm.NEUTRAL: _l("Nøytral"),
        HealthRegion.NORTH: _l("Helse Nord"),
        HealthRegion.MID: _l("Helse Midt-Norge"),
        HealthRegion.WEST: _l("Helse Vest"),
        HealthRegion.SOUTH_EAST: _l("Helse Sør-Øst"),
    }
)
