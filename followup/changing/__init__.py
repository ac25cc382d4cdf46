"""Changes of a granted project: asked for by the lead, confirmed by partners, decided by the office."""
