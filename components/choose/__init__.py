"""The page of questions that ends on a recommendation."""
