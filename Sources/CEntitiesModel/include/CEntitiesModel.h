// Placeholder: the model follows.
