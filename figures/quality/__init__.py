"""How well the marks of a round agree, for those who see all of them: a page, and a file with definitions."""
