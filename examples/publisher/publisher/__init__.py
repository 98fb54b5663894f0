"""A small publisher: feeds in, a site out."""
