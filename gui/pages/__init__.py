"""One folder a page: what it shows (state), what it decides (presenter, no Qt), how it is drawn (view)."""
