"""What stands on a page: markup, looks, tables as a person reads them."""
