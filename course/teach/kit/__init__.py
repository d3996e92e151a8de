"""The kit: a case of one's own, from the text of a report."""
