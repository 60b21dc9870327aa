"""The peer of the import: pyosmium reads the same file and builds its lines and areas, holes included.

It neither cuts, draws nor packs: that the import does besides.
"""

import sys

import osmium


class Shapes(osmium.SimpleHandler):
    def __init__(self):
        super().__init__()
        self.factory = osmium.geom.WKBFactory()
        self.lines = self.areas = self.broken = 0

    def way(self, way):
        try:
            self.factory.create_linestring(way)
            self.lines += 1
        except (RuntimeError, osmium.InvalidLocationError):
            self.broken += 1

    def area(self, area):
        try:
            self.factory.create_multipolygon(area)
            self.areas += 1
        except (RuntimeError, osmium.InvalidLocationError):
            self.broken += 1


shapes = Shapes()
shapes.apply_file(sys.argv[1], locations=True)
print(f"{shapes.lines} lines, {shapes.areas} areas, {shapes.broken} broken")
