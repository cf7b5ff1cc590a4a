include "root" {
  path = find_in_parent_folders()
}
inputs = {
  nodes = 3
}
