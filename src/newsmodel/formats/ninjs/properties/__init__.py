"""Values of properties: from what a document says to objects of the model, and back."""
