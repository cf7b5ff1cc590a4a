"""What the server does beside the pages: routes, headers, options, a warm start."""
