"""XML, whatever it says: parsing it, and reading and writing elements and their attributes."""
