"""Your estate: files in; their system on the landscape and what to look at again out."""

from components.estate.address import example_of_this_page
from components.estate.head import estate_head
from components.estate.held import held, hold_example
from components.estate.intake import show_intake, tell_fault
from components.estate.map import estate_map
from components.estate.not_read import tell_not_read
from components.estate.sections import estate_sections
from data.catalog import catalog

address, example = example_of_this_page(catalog())
if example is not None:
    hold_example(example)
estate = held()

estate_head(catalog(), estate, example)
address.notice()
if estate is None:
    show_intake()
else:
    tell_fault()
    tell_not_read(estate)
    estate_map(catalog(), estate)
    estate_sections(catalog(), estate)
