"""Who: persons, roles, permissions, organisations and sign-in."""
