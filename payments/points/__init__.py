"""Points where a project stops to be judged before it goes on, and money may wait for it (inv. 185)."""
