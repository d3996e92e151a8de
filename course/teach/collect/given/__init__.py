"""What is given on: tables for spreadsheets and platforms, and a page of feedback for each learner."""
