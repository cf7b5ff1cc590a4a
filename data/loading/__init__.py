"""Reading what is written in the files of the catalog."""
