"""From a content and one borrower's answers to the quantities that ``core.inference`` computes with."""
