"""The page of somebody's own estate: files in, the map with their resources and findings out."""
