"""Documents: articles and what they bring along; `table` says what stands where in them."""
