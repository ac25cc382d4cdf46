"""Acts of a reclaim, from notice to settlement."""

from payments.reclaims.services.deciding import Verdict, comment, decide, give_notice
from payments.reclaims.services.settling import agree, receive, write_off

__all__ = ["Verdict", "agree", "comment", "decide", "give_notice", "receive", "write_off"]
