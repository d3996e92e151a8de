"""What could stand in the way of the course on this computer, each thing with what helps."""
