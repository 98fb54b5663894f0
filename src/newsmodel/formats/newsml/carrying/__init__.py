"""What the model has no field for: `taking` it from a document, and `returning` it to one."""
