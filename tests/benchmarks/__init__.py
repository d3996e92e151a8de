"""What the course costs in time and memory: measured, never asserted."""
