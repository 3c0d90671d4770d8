"""Questions of the content on the screen: how each kind is shown, typed and chosen. Used by more than one page."""
