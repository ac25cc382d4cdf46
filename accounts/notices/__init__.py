"""Notices by e-mail: what each person wants, how often, and the addresses that nobody reads."""
