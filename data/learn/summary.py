"""What somebody knows and what to read next, as text to paste."""

from collections.abc import Callable

from data.learn.progress import Progress, ordered_paths
from data.learn.stops import minutes_of
from data.records import Catalog


def summary(catalog: Catalog, progress: Progress, address: Callable[[str, int], str]) -> str:
    """Markdown: the stops read, path by path, and where to go on. `address` makes the link of a path's stop."""
    read, ahead = [], []
    for path in ordered_paths(catalog):
        done = [stop for stop in path.stops if stop.id in progress.done]
        if done:
            titles = "; ".join(stop.title for stop in done)
            read.append(f"- {path.title} ({len(done)} of {len(path.stops)}): {titles}")
        left = [number for number, stop in enumerate(path.stops, start=1) if stop.id not in progress.done]
        if left:
            stop = path.stops[left[0] - 1]
            minutes = minutes_of(path)
            ahead.append(f"- {path.title} ({minutes} min), from “{stop.title}”: {address(path.id, left[0])}")
    known = f"\n\nQuestions answered rightly: {len(progress.known)}." if progress.known else ""
    return (
        "**What I know**\n\n"
        + ("\n".join(read) or "- Nothing yet.")
        + known
        + "\n\n**What to read next**\n\n"
        + ("\n".join(ahead) or "- All paths are read.")
    )
