"""What all figures share: charts, explorers, their style, and how they are saved."""
