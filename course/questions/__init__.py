"""Questions: the specs, how an answer is judged, how a question is asked, and what has been answered."""
