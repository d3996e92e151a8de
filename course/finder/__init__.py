"""The finder: the numbers of a text that count something, each with its hedge, its unit and what it counts."""
