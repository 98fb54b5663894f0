"""Pages of articles that are all public: the whole page, the bare article, several as a site."""
