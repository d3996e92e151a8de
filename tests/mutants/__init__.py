"""The tests are measured too: small faults are planted in the course, and each is to make a test fail."""
