"""Golden values for test/bench/statistics.test.ts, from SciPy and statsmodels.

pip install scipy statsmodels; python3 golden.py [SEED] > golden.json
"""
import json
import sys

import numpy as np
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.multitest import multipletests

rng = np.random.default_rng(int(sys.argv[1]) if len(sys.argv) > 1 else 20260101)

signed_rank = []
for n in (1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30):
    for shift in (0.0, 0.3, 1.0):
        values = np.round(rng.normal(shift, 1, n), 6)
        p = stats.wilcoxon(values, method="exact").pvalue
        signed_rank.append({"values": values.tolist(), "p": float(p), "how": "exact"})
for n in (4, 6, 8, 10, 12):
    for _ in range(3):
        values = rng.integers(-3, 4, n).astype(float)
        nonzero = values[values != 0]
        if len(nonzero) < 2:
            continue
        p = stats.wilcoxon(nonzero, method=stats.PermutationMethod(n_resamples=np.inf)).pvalue
        signed_rank.append({"values": values.tolist(), "p": float(p), "how": "all sign permutations, with ties"})

holm = []
for n in (1, 2, 3, 5, 10, 40):
    p = np.round(rng.beta(0.5, 3, n), 6)
    holm.append({"p": p.tolist(), "adjusted": multipletests(p, method="holm")[1].tolist()})

bootstrap = []
for n in (6, 10, 15, 25):
    values = np.round(rng.normal(0.05, 0.03, n), 6)
    interval = stats.bootstrap(
        (values,), np.median, confidence_level=0.99, n_resamples=200_000, method="percentile", rng=rng
    ).confidence_interval
    bootstrap.append({"values": values.tolist(), "low": float(interval.low), "high": float(interval.high)})

versions = f"SciPy {scipy.__version__}, statsmodels {statsmodels.__version__}, NumPy {np.__version__}"
json.dump({"madeWith": versions, "signedRank": signed_rank, "holm": holm, "bootstrap": bootstrap}, sys.stdout)
print()
