"""A class's hand-ins: found, read as data, judged anew, counted, and given back. Nothing of a learner is executed."""
