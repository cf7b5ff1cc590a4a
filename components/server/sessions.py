"""The open pages of this process: how many there are, whether one may upload, and what those that left leave behind.

Everything that reaches into Streamlit's runtime beyond its public functions stands here.
"""

from typing import Any

from streamlit import runtime
from streamlit.runtime.stats import CACHE_MEMORY_FAMILY
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.web.server.starlette.starlette_routes import _stats_to_text

UPLOADED_AT_MOST = 20  # files kept for one open page


def _manager() -> Any:
    return runtime.get_instance()._session_mgr


def open_sessions() -> int:
    """How many pages are connected."""
    return int(_manager().num_active_sessions()) if runtime.exists() else 0


def kept_sessions() -> int:
    """How many sessions of pages that lost their line are kept, in case they come back."""
    return len(_manager()._session_storage._cache._data) if runtime.exists() else 0


def keep_for(seconds: int) -> None:
    """Say how long the session of a page that lost its line is kept."""
    _manager()._session_storage._cache._ttl = seconds


def forget_who_left() -> None:
    """Let go of the sessions whose time to come back is over, with what they uploaded; Streamlit does so only when the
    next visitor leaves, and ends them only when garbage is collected."""
    manager = _manager()
    with manager._storage_lock:
        over = manager._session_storage._cache.expire()
    for _, info in over:
        info.session.shutdown()


def _uploads() -> dict[str, dict[str, UploadedFileRec]]:
    held: Any = runtime.get_instance().uploaded_file_mgr
    files: dict[str, dict[str, UploadedFileRec]] = held.file_storage
    return files


def may_upload(session_id: str, coming: int = 0) -> bool:
    """Whether the page of a session shows something to upload with, and has not taken too much already; `coming` of its
    files are on their way."""
    info = _manager().get_active_session_info(session_id)
    if info is None:
        return False
    held = len(_uploads().get(session_id, {})) + coming
    return held < UPLOADED_AT_MOST and _shows_an_uploader(info.session)


def bytes_of_uploads() -> int:
    """How much the files of all visitors take."""
    return sum(len(file.data) for files in list(_uploads().values()) for file in list(files.values()))


def _shows_an_uploader(session: Any) -> bool:
    known = session.session_state._new_widget_state.widget_metadata.values()
    return any(widget.value_type == "file_uploader_state_value" for widget in known)


def streamlits_metrics() -> str:
    """Streamlit's own metrics in the text form of OpenMetrics, without the sizes of its caches, which take long to
    tell."""
    if not runtime.exists():
        return "# EOF\n"
    stats = runtime.get_instance().stats_mgr
    quick = [family for family in stats.registered_families() if family != CACHE_MEMORY_FAMILY]
    return _stats_to_text(stats.get_stats(family_names=quick))
