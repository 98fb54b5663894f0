"""Documents as wholes: messages, their header, and the items in them."""
