"""The socio-economic analysis as a page: the draft computed again, and what is paid beside its plan."""
