"""Asking for money back: notice, comment, decision, claim, and how it is settled; stops of payment."""
