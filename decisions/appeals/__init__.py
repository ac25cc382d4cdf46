"""Complaints (klage): from the party's draft to what the appeal body came to, and what follows."""
