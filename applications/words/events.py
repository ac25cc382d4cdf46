"""What has happened in a case, as one sentence for each line of the journal.

Later rooms add sentences for what they write to the journal.
"""

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from applications.models import Event
from criteria.steps import Act

EVENT_WORDS: dict[str, LazyString] = {
    "started": _l("Søknaden ble påbegynt"),
    "started_from": _l("Søknaden bygger på «%(title)s»"),
    "partner_added": _l("%(name)s ble invitert til å delta"),
    "partner_removed": _l("%(name)s ble tatt ut av søknaden"),
    "partner_confirmed": _l("%(name)s bekreftet sin del"),
    "partner_declined": _l("%(name)s takket nei til å delta"),
    "contact_named": _l("%(name)s ble ny kontaktperson"),
    "infected": _l("%(name)s inneholder et virus og kan ikke brukes"),
    "reminded": _l("Helsedirektoratet minnet om fristen for å svare"),
    "partner_reminded": _l("%(name)s ble minnet om å bekrefte"),
    "partner_fell": _l("Bekreftelsen til %(name)s falt bort, fordi delen ble endret"),
    "partner_stands_again": _l("Bekreftelsen til %(name)s gjelder igjen"),
    "partner_offered": _l("%(name)s foreslo andre tall for sin del"),
    "partner_offer_withdrawn": _l("%(name)s trakk forslaget om andre tall"),
    "partner_offer_accepted": _l("Tallene som %(name)s foreslo, ble godtatt"),
    "partner_offer_refused": _l("Tallene som %(name)s foreslo, ble ikke godtatt"),
    Act.SUBMIT.value: _l("Søknaden ble sendt inn"),
    Act.WITHDRAW.value: _l("Søknaden ble trukket"),
    Act.ASK_FOR_MORE.value: _l("Helsedirektoratet ba om flere opplysninger"),
    Act.SUPPLEMENT.value: _l("Søkeren sendte flere opplysninger"),
    Act.FIND_ELIGIBLE.value: _l("Vilkårene er funnet oppfylt"),
    Act.FIND_INELIGIBLE.value: _l("Vilkårene er funnet ikke oppfylt"),
    Act.FINISH_ASSESSMENT.value: _l("Vurderingen er fullført"),
    Act.PROPOSE.value: _l("Saken er tatt med i en innstilling"),
    Act.RETURN_TO_ASSESSMENT.value: _l("Saken er sendt tilbake til vurdering"),
    Act.DECIDE.value: _l("Vedtaket er signert"),
    Act.PUBLISH_AWARD.value: _l("Søknaden ble innvilget"),
    Act.PUBLISH_REFUSAL.value: _l("Søknaden ble avslått"),
    Act.PUBLISH_REJECTION.value: _l("Søknaden ble avvist"),
    Act.ACCEPT.value: _l("Hovedsøkeren aksepterte tilskuddet"),
    Act.DECLINE.value: _l("Hovedsøkeren takket nei til tilskuddet"),
    Act.LAPSE.value: _l("Tilsagnet falt bort"),
    Act.COMPLETE.value: _l("Saken ble avsluttet"),
    Act.WITHDRAW_CALL.value: _l("Saken ble avsluttet fordi utlysningen ble trukket tilbake"),
    Act.REVERSE.value: _l("Avslaget ble gjort om etter klage: søknaden ble innvilget"),
    Act.AWARD_FROM_RESERVE.value: _l("Det ble mer penger å fordele: søknaden ble innvilget"),
    Act.REOPEN.value: _l("Avvisningen ble gjort om etter klage: saken tas opp igjen"),
    "followed_edition": _l("Søknaden følger nå versjon %(number)s av utlysningen"),
}


def told(event: Event) -> str:
    """Say what happened; an event that nobody has words for says its own kind.

    Who withdraws what was handed in says why: that is for whoever reads of it.
    """
    sentence = EVENT_WORDS.get(event.kind)
    what = event.kind if sentence is None else str(sentence) % event.detail
    why = event.detail.get("reason") if event.kind == Act.WITHDRAW else None
    return _("%(what)s, med denne begrunnelsen: %(why)s", what=what, why=why) if why else what
