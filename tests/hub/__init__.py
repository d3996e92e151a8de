"""A class on one server, and on many: what is set, who is apart from whom, and a real hub with learners."""
