"""The peers of the heat raster, on the same points and the same lattice.

python3 benches/lib/peer_heat.py kdepy|datashader FILE GRID: times the quickest of several runs, writes the grid, and
prints one line of JSON. The first run (and the compiler that datashader brings) is not counted in time, but in memory.
"""

import json
import sys
import time

import numpy as np

SIDE, CELL, SIGMA = 512, 10.0, 75.0


def memory(field):
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) * 1024 / 1e6 for line in status if line.startswith(field))


def kdepy(points):
    from KDEpy import FFTKDE

    axis = CELL / 2 + CELL * np.arange(SIDE)
    # x changes slowest, as KDEpy wants it.
    nodes = np.stack(np.meshgrid(axis, axis, indexing="ij"), axis=-1).reshape(-1, 2)

    def run():
        density = FFTKDE(kernel="gaussian", bw=SIGMA).fit(points).evaluate(nodes)
        return density.reshape(SIDE, SIDE).T * (len(points) * 1e6)

    return run


def datashader(points):
    import datashader as ds
    import pandas as pd
    from scipy.ndimage import gaussian_filter

    frame = pd.DataFrame({"x": points[:, 0], "y": points[:, 1]})
    extent = (0.0, SIDE * CELL)

    def run():
        canvas = ds.Canvas(plot_width=SIDE, plot_height=SIDE, x_range=extent, y_range=extent)
        counts = canvas.points(frame, "x", "y", agg=ds.count()).values.astype(np.float32)
        return gaussian_filter(counts, SIGMA / CELL, mode="constant") * (1e6 / CELL**2)

    return run


name, file, grid = sys.argv[1:4]
points = np.fromfile(file).reshape(-1, 2)
run = {"kdepy": kdepy, "datashader": datashader}[name](points)
with open("/proc/self/clear_refs", "w", encoding="ascii") as refs:
    refs.write("5")
before = memory("VmHWM")
run()
best, began, runs = float("inf"), time.perf_counter(), 0
while runs < 5 or time.perf_counter() - began < 2:
    start = time.perf_counter()
    density = run()
    best = min(best, time.perf_counter() - start)
    runs += 1
more = memory("VmHWM") - before
np.ascontiguousarray(density, dtype="<f8").tofile(grid)
print(json.dumps({"ms": best * 1000, "mb": more, "runs": runs}))
