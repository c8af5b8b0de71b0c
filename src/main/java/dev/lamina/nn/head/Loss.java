package dev.lamina.nn.head;

/** What training minimizes, as a function of logits z [N, K] and labels [N]; always the mean over the batch. */
public sealed interface Loss {
    /**
     * Softmax cross-entropy with label smoothing ε.
     *   loss     = −(1/N) Σ_n Σ_k t[n,k] log softmax(z[n])[k],  t = (1 − ε)·one-hot(label) + ε/K
     *   dloss/dz = (softmax(z) − t) / N
     */
    record CrossEntropy(double labelSmoothing) implements Loss {}
}
