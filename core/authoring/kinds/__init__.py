"""How each kind of entry is drawn as a sheet."""
