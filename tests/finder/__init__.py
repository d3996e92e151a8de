"""Numbers in any news text are found, with what loosens them and what they count."""
