"""Runs a command and prints, as one line of JSON, how long it took and the most memory it held.

python3 benches/lib/measure.py COMMAND…
"""

import json
import os
import resource
import subprocess
import sys
import time

began = time.perf_counter()
done = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
took = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(
    json.dumps(
        {
            "code": done.returncode,
            "out": done.stdout[-2000:],
            "err": done.stderr[-2000:],
            "seconds": took,
            "cpu": used.ru_utime + used.ru_stime,
            "peak": used.ru_maxrss * 1024 / 1e6,
        }
    )
)
sys.stdout.flush()
os._exit(0)
