"""The bounds of what is read. Beyond them a reading ends with one sentence."""

MAX_BYTES = 20 * 1024 * 1024  # all files together, archives unpacked
MAX_FILES = 3000
MAX_RESOURCES = 5000
MAX_DEPTH = 60  # of nesting in a document
MAX_NODES = 1_500_000  # of a document, aliases unfolded
MAX_INSTANCES = 100  # of one count or for_each
MAX_MODULE_DEPTH = 12
SECONDS = 60  # of wall time
CPU_SECONDS = 45
MEMORY_BYTES = 1024 * 1024 * 1024  # of the reading process, its own libraries included
