"""Quotations found in running text, and marked in articles.

`find_quotes` takes plain text and gives the quotations with their speakers; `mark` takes an
article and gives it with typed quotes.  The words of each language are data (`data/*.toml`); pass
your own as `QuoteWords`.
"""

from newsmodel.quotes.find import find_quotes
from newsmodel.quotes.found import FoundQuote
from newsmodel.quotes.lists import languages, words_for
from newsmodel.quotes.mark import mark
from newsmodel.quotes.words import QuoteWords

__all__ = ["FoundQuote", "QuoteWords", "find_quotes", "languages", "mark", "words_for"]
