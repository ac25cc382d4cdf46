"""What everybody may know without signing in: who got what, what it came to, and what is new."""
