"""The cards of services and connections, on every page that shows one."""
