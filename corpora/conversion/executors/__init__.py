"""Where the files of a conversion are read: here, or in processes of their own."""
