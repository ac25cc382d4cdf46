"""What an administrator types about the scheme and its calls. Rules of the scheme are not asked here."""
