"""The command line, run as a user runs it: a child process, its words, its exit code."""
