nodes = 1
protected = true
