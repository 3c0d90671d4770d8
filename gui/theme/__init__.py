"""How it looks: colours, sizes, the style sheet, icons and fonts."""
