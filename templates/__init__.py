"""The Word templates that come with the program."""
