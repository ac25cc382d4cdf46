"""Another account for an accepted grant: asked for by one, confirmed by another, in force after a wait."""
