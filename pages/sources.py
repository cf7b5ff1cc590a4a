"""About the data: counts, coverage, disagreements, what is unconfirmed, the statements checked, the glossary, the
Regions and what changed."""

from components.about.address import about_of_this_page
from components.about.sections import pick_section, show_section
from components.frame.page_head import page_head
from data.catalog import catalog

about, address = about_of_this_page(catalog())

page_head("About the data")
pick_section(about)
address.notice()
show_section(catalog(), about)
