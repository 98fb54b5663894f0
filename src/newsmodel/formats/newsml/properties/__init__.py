"""The properties of an item: how each is read and written; `table` says where they stand."""
