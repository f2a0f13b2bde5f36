// Placeholder: the module follows.
