package dev.lamina.backend;

/** Is told how far a backend has come with compiling its kernels, on the thread that runs the program. */
@FunctionalInterface
public interface CompilationListener {
    /**
     * Comes once with 0 before the first kernel of a program, and again whenever some more are done.
     *
     * @param compiled of {@code kernels}
     * @param kernels of the program that is being compiled, at least 1
     */
    void on(int compiled, int kernels);
}
