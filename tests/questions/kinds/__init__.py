"""Each kind of question: the answers that it reads, and what it says to others."""
