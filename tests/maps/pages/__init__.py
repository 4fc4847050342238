"""The pages for the municipalities to check."""
