"""Everything of pandas and numpy that holds values one after another, by the values that it can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable

ANY: dict[str, Callable[[list[Any]], object]] = {
    "list": list,
    "tuple": tuple,
    "column": pd.Series,
    "column of objects": lambda v: pd.Series(v, dtype=object),
    "column with labels that are numbers": lambda v: pd.Series(v, index=[n + 0.5 for n in range(len(v))]),
    "table of one column": lambda v: pd.DataFrame({"c": v}),
    "index": pd.Index,
    "values": lambda v: pd.Series(v).to_numpy(),
    "values of a table": lambda v: pd.DataFrame({"c": v}).to_numpy(),
    "array": lambda v: pd.Series(v).array,
    "unique": lambda v: pd.Series(v).unique(),
    "categorical": pd.Categorical,
    "column of categories": lambda v: pd.Series(v, dtype="category"),
    "index of categories": pd.CategoricalIndex,
    "numpy": np.array,
    "numpy of objects": lambda v: np.array(v, dtype=object),
    "masked": np.ma.array,
    "row of a grid": lambda v: np.array([v]),
    "views": lambda v: dict(enumerate(v)).values(),
    "keys": lambda v: dict.fromkeys(v).keys(),
}
TEXTS = ANY | {
    "strings": lambda v: pd.array(v, dtype="string"),
    "index of strings": lambda v: pd.Index(v, dtype="string"),
    "column of strings": lambda v: pd.Series(v, dtype="str"),
    "numpy of text": lambda v: np.array(v, dtype="U"),
    "numpy's strings": lambda v: np.array(v, dtype=np.dtypes.StringDType()),
}
WHOLES = ANY | {
    dtype: lambda v, dtype=dtype: pd.array(v, dtype=dtype)
    for dtype in ("Int8", "UInt8", "Int64", "Float32", "Float64", "int16", "float32", "Sparse[int]")
}
DAYS = ANY | {
    "days": pd.DatetimeIndex,
    "array of days": lambda v: pd.DatetimeIndex(v).array,
    "with a zone": lambda v: pd.DatetimeIndex(v, tz="Europe/Paris"),
    "periods": lambda v: pd.PeriodIndex(v, freq="D"),
    "array of periods": lambda v: pd.PeriodIndex(v, freq="D").array,
    "numpy of days": lambda v: np.array(v, dtype="datetime64[D]"),
    "numpy of seconds": lambda v: np.array(v, dtype="datetime64[s]"),
}
NUMBERS: dict[str, Callable[[int], object]] = {
    dtype.__name__: dtype
    for dtype in (np.int8, np.uint8, np.int64, np.uint64, np.float16, np.float32, np.float64, np.longdouble)
}
"""The scalars of numpy."""
