"""How it is judged: the regulation as pure functions, one rule a file, each naming its reason."""
