"""Draws the numbers of the CSV file beside this script with Matplotlib."""
import collections
import csv
import json
import math
import pathlib

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

PANELS = json.loads(r"""@PANELS@""")
COLUMNS = @COLUMNS@

plt.rcParams.update({"font.size": @TYPE@, "pdf.fonttype": 42, "ps.fonttype": 42, "svg.fonttype": "none"})
here = pathlib.Path(__file__)
with open(here.with_suffix(".csv"), encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
names = list(dict.fromkeys(row["panel"] for row in rows))
grid_rows = math.ceil(len(PANELS) / COLUMNS)
figure, axes = plt.subplots(grid_rows, COLUMNS, figsize=(@SIZE@), squeeze=False, layout="constrained")
for axis, panel, name in zip(axes.flat, PANELS, names):
    curves = collections.defaultdict(list)
    for row in rows:
        if row["panel"] == name:
            curves[row["series"]].append(row)
    for series, points in curves.items():
        x = [float(p["x"]) for p in points]
        y = [float(p["y"]) for p in points]
        if panel["bars"]:
            errors = [float(p["standardError"] or 0) for p in points]
            axis.bar(x, y, yerr=errors if any(errors) else None)
            axis.set_xticks(x, [p["category"] or p["x"] for p in points])
            continue
        color, dashes = panel["looks"][series]
        style = (0, dashes) if dashes else "solid"
        axis.plot(x, y, color=color, linestyle=style, label=series)
        if points[0]["low"]:
            axis.fill_between(x, [float(p["low"]) for p in points], [float(p["high"]) for p in points],
                              color=color, alpha=0.22, linewidth=0)
    axis.set(title=panel["title"], xlabel=panel["x"], ylabel=panel["y"])
    axis.set_xscale("log" if panel["xLog"] else "linear")
    axis.set_yscale("log" if panel["yLog"] else "linear")
    if len(curves) > 1 and not panel["bars"]:
        axis.legend()
for axis in axes.flat[len(PANELS):]:
    axis.set_visible(False)
figure.savefig(here.with_name(here.stem + "-matplotlib.pdf"), metadata={"CreationDate": None})
