"""What is mailed along with a page, as mail filters hold HTML back: a picture of it and a workbook of what it says."""

from forumgraph.maps.companions.picture import picture
from forumgraph.maps.companions.workbook import workbook
from forumgraph.maps.companions.writing import write_companions

__all__ = ["picture", "workbook", "write_companions"]
