"""Notebook 02: who deals with whom, who speaks, and who is only spoken about.

One word for one thing: a relation is a row of the table; the graph is the data, its nodes the actors and its edges the
relations; the seats are where the actors sit; a line is a relation drawn between two seats.
"""
