"""Run forumgraph as a module: python -m forumgraph."""

from forumgraph.cli import main

main()
