"""The words around quotations: tokens, who says something in a sentence, and by which verb."""
