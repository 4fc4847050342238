"""Where the municipalities are: degrees, a place in the network and a tile for each, and Denmark's coast.

Places are GeoNames' (CC BY 4.0), the coast is Natural Earth's (public domain); the page says so in the words of
``geography.attribution``.
"""

from forumgraph.maps.places.block import places_block
from forumgraph.maps.places.frame import project
from forumgraph.maps.places.known import Place, coast, place_of

__all__ = ["Place", "coast", "place_of", "places_block", "project"]
