"""Who says a quotation, and what the full name is of who says it."""
