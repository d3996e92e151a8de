"""The pack of a lesson: one document to print, cut and copy, with all that the lesson needs on paper."""
