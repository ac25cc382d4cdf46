"""Benefits (gevinster): the scheme's catalogue, each project's register, and the reports of both."""
