"""What learners hand in, found and read as data; nothing of it is unpacked or executed."""
