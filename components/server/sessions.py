"""The open pages of this process: how many there are, whether one may upload, and what those that left leave behind.

Everything that reaches into Streamlit's runtime beyond its public functions stands here.
"""

from contextlib import suppress
from typing import Any

from streamlit import runtime
from streamlit.runtime.stats import CACHE_MEMORY_FAMILY
from streamlit.web.server.starlette.starlette_routes import _stats_to_text

UPLOADED_AT_MOST = 20  # files kept for one open page


def _manager() -> Any:
    return runtime.get_instance()._session_mgr


def open_sessions() -> int:
    """How many pages are connected."""
    return int(_manager().num_active_sessions()) if runtime.exists() else 0


def forget_who_left() -> None:
    """Let go of the sessions whose time to come back is over; Streamlit does so only when the next visitor leaves."""
    with suppress(AttributeError):
        _manager()._session_storage._cache.expire()


def may_upload(session_id: str) -> bool:
    """Whether the page of a session shows something to upload with, and has not taken too much already."""
    info = _manager().get_active_session_info(session_id)
    if info is None:
        return False
    uploads: Any = runtime.get_instance().uploaded_file_mgr
    kept = uploads.file_storage.get(session_id, {})
    return len(kept) < UPLOADED_AT_MOST and _shows_an_uploader(info.session)


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
