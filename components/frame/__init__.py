"""What stands around every page: menu, titles, the address, small controls, the copied link."""
