package dev.lamina.backend;

/** A backend's fastest product of two square matrices, the yardstick of its training steps; listed under META-INF/services. */
public interface MatrixProduct {
    /** Id of the backend. */
    String backend();

    /**
     * Prepares the product of two random matrices.
     *
     * @param order rows and columns of each
     * @param precision of the factors; sums and the product are float32
     * @return computes it once at every call, on the thread that prepared it
     * @throws dev.lamina.tensor.BadInputException if the backend cannot run on this machine
     */
    Runnable prepare(int order, Precision precision, int threads);
}
