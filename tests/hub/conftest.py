"""A class on one server needs Linux: elsewhere its tests are left out; those of Kubernetes' values are not."""

import sys

ON_LINUX = ["configuration", "hub", "limits", "main", "places", "proxy", "reach"]
collect_ignore = [] if sys.platform == "linux" else [f"test_{name}.py" for name in ON_LINUX]
