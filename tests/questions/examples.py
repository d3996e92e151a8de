"""What a learner would answer: for each condition of a misconception an answer that meets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.questions.spec import Question


def example_of(condition: Mapping[str, Any], question: Question) -> object:
    """An answer that a learner with this misconception would give."""
    if "answer" in condition:
        return condition["answer"]
    if "between" in condition:
        return condition["between"][0]
    right = question.kind.keep(question.accepted[0].answer)
    return EXAMPLES[question.kind.name](condition, right, question.kind)


def ticked(condition: Mapping[str, Any], right: Any, _: object) -> list[str]:
    return sorted(set(right) - set(condition.get("lacks", [])) | set(condition.get("contains", [])))


def ordered(condition: Mapping[str, Any], right: Any, _: object) -> list[str]:
    moved = condition.get("first") or condition.get("last") or condition["before"][0]
    others = [key for key in right if key != moved]
    place = {"first": 0, "last": len(others)}.get(next(iter(condition)))
    others.insert(others.index(condition["before"][1]) if place is None else place, moved)
    return others


def between_ends(condition: Mapping[str, Any], right: Any, _: object) -> dict[str, Any]:
    ends = {name.removesuffix("_between"): end for name, end in condition.items()}
    given = {name: end[0] if isinstance(end, list) else end for name, end in ends.items()}
    elsewhere = {"high": 10**6} if given == {"low": "no limit"} else {}
    answer = {**right, **elsewhere, **given}
    if "start" in given and "end" not in given and answer["start"] > answer["end"]:
        answer["end"] = answer["start"]
    if "end" in given and "start" not in given and answer["start"] > answer["end"]:
        answer["start"] = answer["end"]
    return answer


def filled(condition: Mapping[str, Any], right: Any, table: Any) -> list[dict[str, Any]]:
    key = table.key
    rows = {row[key]: dict(row) for row in right if row[key] not in condition.get("lacks", [])}
    for name in condition.get("contains", []):
        rows.setdefault(name, {key: name, **dict.fromkeys(table.columns, 0)})
    for column, values in condition.get("values", {}).items():
        for name, value in values.items():
            rows.setdefault(name, {key: name, **dict.fromkeys(table.columns, 0)})[column] = value
    return list(rows.values())


EXAMPLES = {
    "choices": ticked,
    "order": ordered,
    "bounds": between_ends,
    "dates": between_ends,
    "text": lambda condition, _, __: condition["says"],
    "table": filled,
}
