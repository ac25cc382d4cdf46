"""Whom we reach about a case: the contact, those who sign, and the alarm when nobody is left."""
