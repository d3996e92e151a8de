"""Files by their names: which may hold answers and how large they can be, and what is said of all others."""

from __future__ import annotations

from course.teach.collect.archives import too_large

NOTEBOOK = ".ipynb"
READ = {".json", NOTEBOOK, ".csv", ".tsv", ".txt", ""}
"""The ends of files that are opened; mail programs make `.txt` of a file, or leave its end out."""
MOST, MOST_OF_NOTEBOOK = 20 * 2**20, 60 * 2**20
EMPTY = "It is empty."
SORTS = {
    "a packed file that is not read here: unpack it, or save it as a zip file": (
        *(
            ".7z",
            ".rar",
            ".tar",
            ".gz",
            ".tgz",
            ".bz2",
            ".tbz",
            ".xz",
            ".txz",
            ".zst",
            ".lz",
            ".z",
            ".cab",
            ".iso",
            ".dmg",
        ),
    ),
    "a document": (".pdf", ".doc", ".docx", ".odt", ".rtf", ".pages", ".ppt", ".pptx", ".odp", ".key", ".md", ".epub"),
    "a picture, a sound or a film": (
        *(".png", ".jpg", ".jpeg", ".gif", ".heic", ".webp", ".svg", ".bmp", ".tif", ".tiff"),
        *(".mp3", ".m4a", ".wav", ".mp4", ".mov", ".avi", ".mkv", ".webm"),
    ),
    "a spreadsheet: if it holds typed-in answers or a class list, save it as CSV": (
        ".xlsx",
        ".xls",
        ".ods",
        ".numbers",
    ),
    "a page for a browser": (".html", ".htm", ".mhtml", ".url", ".webloc"),
    "a program or a script, of which nothing was run": (
        *(".py", ".exe", ".bat", ".cmd", ".ps1", ".sh", ".js", ".vbs", ".jar", ".msi", ".app", ".r", ".pkl", ".pickle"),
    ),
}
KINDS = {end: what for what, ends in SORTS.items() for end in ends}
OTHER = "a file of another kind"
ONLY = ", and only hand-ins, progress files, notebooks, tables and zip files are read"


def end_of(name: str) -> str:
    """Return the end of a file's name, from its last point on, in small letters."""
    _, point, end = name.rpartition(".")
    return f".{end.lower().strip()}" if point and len(end) <= 8 else ""  # noqa: PLR2004 - a longer one is no end


def is_zip(name: str) -> bool:
    """Return whether a file is looked into."""
    return end_of(name) == ".zip"


def most(name: str) -> int:
    """Return how many bytes a file of a name can have."""
    return MOST_OF_NOTEBOOK if end_of(name) == NOTEBOOK else MOST


def reason(name: str, size: int) -> str:
    """Return why a file is not read, in a sentence; nothing where it may hold answers."""
    end = end_of(name)
    if end not in READ:
        what = KINDS.get(end, OTHER)
        return f"It is {what}." if ":" in what else f"It is {what}{ONLY}."
    if not size:
        return EMPTY
    return too_large(size, most(name)) if size > most(name) else ""
