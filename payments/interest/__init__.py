"""Interest on claims that are paid late: the rates of the scheme, and what they come to. None by default."""
