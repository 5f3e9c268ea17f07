"""The command line: whowhom read, whowhom eval."""
