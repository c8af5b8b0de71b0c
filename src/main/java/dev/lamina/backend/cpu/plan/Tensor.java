package dev.lamina.backend.cpu.plan;

import dev.lamina.backend.cpu.memory.Buffer;
import dev.lamina.backend.cpu.onednn.MemoryDescriptor;

/** A tensor of a plan: how its elements lie, and in which buffer. */
public record Tensor(MemoryDescriptor descriptor, Buffer buffer) {
    public Tensor {
        if (buffer.sizeBytes() < descriptor.sizeBytes()) {
            throw new IllegalArgumentException(
                    descriptor + " needs " + descriptor.sizeBytes() + " bytes, got " + buffer.sizeBytes());
        }
    }
}
