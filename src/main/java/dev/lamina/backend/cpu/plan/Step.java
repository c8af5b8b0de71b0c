package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.cpu.memory.Buffer;
import java.util.List;

/** One launch to be: what it does, which buffers it touches, and how to make it once they have their places. */
record Step(OperationPlan description, List<Buffer> touched, Binder binder) {
    /** Makes the launch. */
    @FunctionalInterface
    interface Binder {
        Runnable bind(Binding binding);
    }
}
