"""What the services, reasons, replies and refusals of this part of the room are called."""

from flask_babel import lazy_gettext as _l

from applications.finding.models import Reply, ServiceArea
from applications.finding.refusals import FindingRefusal
from criteria.matching import Reason, Unknown
from foundation import words

words.register({
    ServiceArea.GENERAL_PRACTICE: _l("Fastlege"),
    ServiceArea.EMERGENCY_CARE: _l("Legevakt og akuttberedskap"),
    ServiceArea.CHILD_HEALTH: _l("Helsestasjon og skolehelsetjeneste"),
    ServiceArea.HOME_CARE: _l("Hjemmetjenester"),
    ServiceArea.NURSING_HOME: _l("Sykehjem og annen institusjon"),
    ServiceArea.REHABILITATION: _l("Habilitering og rehabilitering"),
    ServiceArea.PHYSIOTHERAPY: _l("Fysioterapi og ergoterapi"),
    ServiceArea.MENTAL_HEALTH: _l("Psykisk helse og rus"),
    ServiceArea.HEALTHY_LIVING: _l("Frisklivssentral"),
    ServiceArea.MIGRANT_HEALTH: _l("Migrasjonshelsetjeneste"),
    ServiceArea.PRISON_HEALTH: _l("Fengselshelsetjeneste"),
    ServiceArea.ALLOCATION: _l("Tildelingskontor"),
})

words.register({
    Reply.YES: _l("Er med"),
    Reply.NO: _l("Har takket nei"),
})

words.register({
    Reason.SAME_NEEDS: _l("Samme behov"),
    Reason.SAME_SERVICES: _l("Samme tjenester"),
    Reason.SAME_SYSTEM: _l("Samme journalsystem i dag"),
    Reason.SAME_TIME: _l("Samme tid"),
    Reason.SAME_HEALTH_TRUST: _l("Samme helseforetaksområde"),
    Reason.SAME_NETWORK: _l("Samme nettverk"),
    Reason.SAME_COUNTY: _l("Samme fylke"),
    Reason.SAME_REGION: _l("Samme helseregion"),
})

words.register({
    Unknown.NEEDS: _l("behov"),
    Unknown.SERVICES: _l("tjenester"),
    Unknown.SYSTEM: _l("journalsystem"),
    Unknown.TIME: _l("tid"),
    Unknown.HEALTH_TRUST: _l("helseforetaksområde"),
    Unknown.NETWORK: _l("nettverk"),
})

words.register({
    FindingRefusal.NOT_A_KOMMUNE: _l("Bare kommuner kan legge ut planer og være med i grupper."),
    FindingRefusal.NOT_OWN_KOMMUNE: _l("Bare de som handler for kommunen, kan gjøre dette."),
    FindingRefusal.MEASURE_NOT_FOR_KOMMUNER: _l("Kommuner kan ikke søke på dette tiltaket."),
    FindingRefusal.HAS_A_PLAN: _l(
        "Kommunen har allerede lagt ut en plan for dette tiltaket. Endre den i stedet."
    ),
    FindingRefusal.SAYS_NOTHING: _l("Velg minst ett behov eller én tjeneste, så andre kan finne dere."),
    FindingRefusal.PLAN_WITHDRAWN: _l("Planen er trukket tilbake og kan ikke endres."),
    FindingRefusal.NAME_MISSING: _l("Skriv hva gruppen skal hete."),
    FindingRefusal.NOBODY_INVITED: _l("Velg minst én kommune dere vil ha med."),
    FindingRefusal.ALREADY_INVITED: _l("%(name)s er allerede invitert."),
    FindingRefusal.NOT_IN_GROUP: _l("Bare de som er med i gruppen, kan gjøre dette."),
    FindingRefusal.HAS_APPLIED: _l("Gruppen har allerede begynt på en søknad."),
    FindingRefusal.OTHER_MEASURE: _l("Utlysningen gjelder et annet tiltak enn gruppen."),
    FindingRefusal.NOBODY_ELSE_JOINED: _l("Ingen andre har sagt ja til å være med ennå."),
})
