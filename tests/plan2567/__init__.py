"""The published plan of 2567, transcribed by hand, and the eyes that look for it in a Word file."""
