package dev.lamina.ui.teach;

/** What stands before the activation of each hidden layer. */
enum NormChoice {
    NONE,
    BATCH,
    /** A batch normalization, and weights of equal norm before it. */
    EQUAL_NORM
}
