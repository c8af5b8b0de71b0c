package dev.lamina.backend.cpu.kernel;

/** One prepared piece of a step: kernel, tensors and sizes are fixed, running it allocates nothing. */
@FunctionalInterface
public interface Launch {
    void run();
}
