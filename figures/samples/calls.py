"""Sample papers about calls: the shipped sheets on made-up terms, with every limit set in the worst case."""

from datetime import UTC, datetime
from functools import cache

from flask import Flask

from accounts.models import Organisation, OrganisationKind
from criteria.eligibility import Enough
from decisions.samples import texts
from decisions.samples.frame import NOTICE, Size
from foundation.locale import init_locale
from foundation.money import kroner
from grants import making, printing
from grants.catalogue import CALLS, SCHEME, load_call, load_scheme
from grants.document import CallDocument, RuleSheet
from grants.models import Call, Regulation, RuleKey, Scheme, Sender

PUBLISHED_AT = datetime(2026, 2, 16, 9, tzinfo=UTC)
STRICT = {
    RuleKey.MIN_POPULATION: "20000",
    RuleKey.ENOUGH: Enough.EITHER.value,
    RuleKey.MIN_GRANT_PER_PARTNER: str(kroner(50_000)),
    RuleKey.MAX_GRANT_PER_PARTNER: str(kroner(1_234_567)),
    RuleKey.MAX_MONTHS: "23",
}


def rule_sheet(size: Size, language: str) -> RuleSheet:
    """Give a call's rule sheet."""
    return printing.rule_sheet(_call(size), _sender(), language, NOTICE.in_(language))


def whole_call(size: Size, language: str) -> CallDocument:
    """Give a whole call."""
    with _speaker().app_context():
        return printing.whole_call(_call(size), _sender(), language, NOTICE.in_(language))


@cache
def _speaker() -> Flask:
    """Give what the catalogue of texts is found through, where no installation is running."""
    app = Flask(__name__)
    init_locale(app)
    return app


@cache
def _sender() -> Sender:
    return Sender(**load_scheme(SCHEME).sender.facts)


@cache
def _call(size: Size) -> Call:
    """Make a call of the shipped sheet, in memory alone."""
    worst = size is Size.WORST
    sheet, scheme = load_call(CALLS[1 if worst else 0]), load_scheme(SCHEME)
    call = Call(
        code=sheet.code,
        title=sheet.title,
        purpose=sheet.purpose,
        applicants=sheet.applicants,
        opens_on=sheet.opens_on,
        closes_on=sheet.closes_on,
        frame=sheet.frame,
        first_year=sheet.first_year,
        last_year=sheet.last_year,
        method=sheet.method,
        appeal_allowed=not worst,
        appeal_text=texts.NO_COMPLAINT if worst else sheet.appeal_text,
        published_at=PUBLISHED_AT,
        scheme=Scheme(name=scheme.name, contact=scheme.contact),
        regulation=Regulation(title=scheme.regulation.title),
        only_lead=_ks() if worst else None,
        **making.parts(sheet),
    )
    for rule in call.rules:
        rule.value = STRICT.get(rule.key, rule.value) if worst else rule.value
    return call


def _ks() -> Organisation:
    return Organisation(code="KS", kind=OrganisationKind.INTEREST_ORGANISATION, name="KS")
