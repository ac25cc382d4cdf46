from dataclasses import replace

import pytest

from criteria.experience import AccountFacts, Gap, Subject, gaps

WHOLE = AccountFacts(
    "Én journal", "Vi byttet.", "Opplæring.", "Fristen.", [Subject.TRAINING], "Kari", "k@x.no"
)


@pytest.mark.parametrize(
    ("account", "found"),
    [
        (WHOLE, ()),
        (replace(WHOLE, title=" "), (Gap.TITLE,)),
        (replace(WHOLE, done="", worked="\t"), (Gap.DONE, Gap.WORKED)),
        (replace(WHOLE, failed=""), (Gap.FAILED,)),
        (replace(WHOLE, subjects=()), (Gap.SUBJECTS,)),
        (replace(WHOLE, contact_name=""), (Gap.CONTACT,)),
        (replace(WHOLE, contact_email="kari"), (Gap.CONTACT,)),
    ],
)
def test_an_account_lacks_what_is_not_told(account: AccountFacts, found: tuple[Gap, ...]) -> None:
    assert gaps(account) == found
