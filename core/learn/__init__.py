"""What recorded outcomes teach about the numbers of the model, and whether they make it better."""
