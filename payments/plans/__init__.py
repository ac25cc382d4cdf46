"""Adjusting how one case's grant is paid: proposed by one with a reason, confirmed by another."""
