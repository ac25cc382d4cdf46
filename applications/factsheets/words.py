"""What a kommune may say that it would have done without a grant, in words."""

from flask_babel import lazy_gettext as _l

from criteria.reaching import WithoutGrant
from foundation import words

words.register(
    {
        WithoutGrant.SIMPLE: _l("Vi hadde planer om en enkel anskaffelse"),
        WithoutGrant.EXTENSIVE: _l("Vi hadde planer om en omfattende anskaffelse"),
        WithoutGrant.NOTHING: _l("Vi hadde ingen planer om å anskaffe noe"),
    }
)
