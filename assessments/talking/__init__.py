"""The office's side of the talk with applicants, and its internal notes, which never leave the office."""
