"""Use cases: the gallery of all of them, a walk through one and what stands behind it, or its presentation."""

from components.frame.titles import title_page
from components.text.citations import Citations
from components.use_cases.address import place_of_this_page
from components.use_cases.background import use_case_background
from components.use_cases.gallery import use_case_gallery
from components.use_cases.head import use_case_head
from components.use_cases.presentation import present_use_case
from components.use_cases.walk import walk_through
from data.catalog import catalog

address, place = place_of_this_page(catalog())
use_case = catalog().use_cases.get(place.use_case or "")

if use_case is None:
    use_case_gallery(catalog(), address)
elif place.presenting:
    title_page(use_case.title)
    present_use_case(catalog(), place, address)
else:
    title_page(use_case.title)
    numbered = Citations(catalog(), use_case.sources)
    numbered.mark(use_case.sources)  # once, so that every part of the page uses the same numbers
    use_case_head(use_case)
    walk_through(catalog(), use_case, numbered)
    use_case_background(catalog(), use_case, numbered)
