"""What subjects, states and refusals of the experience library are called."""

from flask_babel import lazy_gettext as _l

from applications.words import EVENT_WORDS
from criteria.experience import Gap, Subject
from followup.experience.notes import ExperienceNote
from followup.experience.refusals import Refusal
from followup.experience.states import ExperienceState
from foundation import words

words.register(
    {
        Subject.PROCUREMENT: _l("Anskaffelse"),
        Subject.IMPLEMENTATION: _l("Innføring"),
        Subject.TRAINING: _l("Opplæring"),
        Subject.INTEGRATION: _l("Integrasjoner"),
        Subject.SECURITY: _l("Informasjonssikkerhet"),
        Subject.PRIVACY: _l("Personvern"),
        Subject.BENEFITS: _l("Gevinster"),
        Subject.COOPERATION: _l("Samarbeid mellom kommuner"),
        Subject.SUPPLIERS: _l("Dialog med leverandører"),
        Subject.MIGRATION: _l("Flytting av data"),
    }
)
words.register(
    {
        ExperienceState.DRAFT: _l("Under arbeid"),
        ExperienceState.SENT: _l("Sendt inn"),
        ExperienceState.RETURNED: _l("Sendt tilbake"),
        ExperienceState.PUBLISHED: _l("I biblioteket"),
        ExperienceState.WITHDRAWN: _l("Tatt ut av biblioteket"),
    }
)
words.register(
    {
        Gap.TITLE: _l("Gi fortellingen en tittel."),
        Gap.DONE: _l("Fortell hva dere gjorde."),
        Gap.WORKED: _l("Fortell hva som virket."),
        Gap.FAILED: _l("Fortell hva dere ville gjort annerledes."),
        Gap.SUBJECTS: _l("Velg minst ett tema."),
        Gap.CONTACT: _l("Skriv hvem andre kan spørre, med e-postadresse."),
    }
)
words.register(
    {
        Refusal.NO_DUTY: _l("Tilskuddet har ingen plikt til å dele erfaringer."),
        Refusal.WITH_THE_OFFICE: _l("Fortellingen er sendt inn og venter på svar."),
        Refusal.NOT_BEGUN: _l("Lagre fortellingen først."),
        Refusal.INCOMPLETE: _l("Fortellingen kan ikke sendes inn ennå. %(number)s ting mangler."),
        Refusal.NOT_TO_ANSWER: _l("Fortellingen er ikke til behandling."),
        Refusal.NOT_PUBLISHED: _l("Fortellingen er ikke i biblioteket."),
        Refusal.REASON_MISSING: _l("Skriv hvorfor."),
    }
)
EVENT_WORDS.update(
    {
        ExperienceNote.SENT.value: _l("Prosjektet sendte inn erfaringene sine"),
        ExperienceNote.PUBLISHED.value: _l("Erfaringene ble lagt i erfaringsbiblioteket"),
        ExperienceNote.RETURNED.value: _l("Erfaringene ble sendt tilbake"),
        ExperienceNote.WITHDRAWN.value: _l("Erfaringene ble tatt ut av erfaringsbiblioteket"),
    }
)
