"""A workshop without accounts, server or internet: its plan, anonymous results, and what a class has learned."""
