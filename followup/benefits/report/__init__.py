"""The follow-up report of benefits: of a project, of a call, of the whole scheme."""
