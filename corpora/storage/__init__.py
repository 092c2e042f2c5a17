"""The files of a corpus, and how they are read and written."""
