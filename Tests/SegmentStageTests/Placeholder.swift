import Testing
// Placeholder: the tests follow.
