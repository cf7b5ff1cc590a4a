"""Compare: two to four services side by side with verdict, picture and tables, or the ready comparisons."""

from components.compare.address import compared_on_this_page
from components.compare.gallery import compare_gallery
from components.compare.head import compare_head, what_each_costs
from components.compare.picker import compare_picker
from components.compare.picture import compare_picture
from components.compare.tables import compare_tables
from components.compare.verdict import compare_verdict, verdict_of, verdict_sources
from data.catalog import catalog

address, compared, services = compared_on_this_page(catalog())
ready = catalog().comparisons.get(compared.pair or "")
verdict = ready or verdict_of(catalog(), services)

compare_head(catalog(), services, ready)
compare_picker(catalog(), compared, services)
address.notice()
if ready or len(services) > 1:
    compare_verdict(catalog(), services, verdict)
    what_each_costs(services, verdict)
    compare_picture(catalog(), compared, services, ready)
    compare_tables(catalog(), compared, services, ready)
    verdict_sources(catalog(), verdict)
else:
    compare_gallery(catalog(), services)
