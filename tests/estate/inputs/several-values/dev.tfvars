nodes = 1
protected = true
env = "dev"
code = "hush-dev"
