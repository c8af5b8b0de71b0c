package dev.lamina.backend.cpu.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Map;

/**
 * A primitive with its arguments bound: one downcall, no allocation, results in memory when {@link #run} returns.
 * Alive until its arena closes; not to be run by two threads at once (its scratch memory is shared).
 */
public final class Launch implements Runnable {
    private static final long ARGUMENT_BYTES = 16;
    private static final long MEMORY_OFFSET = 8;

    private final PrimitiveDescriptor descriptor;
    private final long primitive;
    private final int count;
    private final long arguments;

    private Launch(PrimitiveDescriptor descriptor, long primitive, int count, long arguments) {
        this.descriptor = descriptor;
        this.primitive = primitive;
        this.count = count;
        this.arguments = arguments;
    }

    /**
     * Binds arguments to a primitive.
     *
     * @throws IllegalArgumentException naming the argument whose descriptor is not the one the primitive expects
     */
    public static Launch of(Arena arena, PrimitiveDescriptor descriptor, Map<Argument, Memory> arguments) {
        MemorySegment array = arena.allocate(ARGUMENT_BYTES * Math.max(1, arguments.size()), 16);
        long offset = 0;
        for (Map.Entry<Argument, Memory> entry : arguments.entrySet()) {
            array.set(ValueLayout.JAVA_INT, offset, entry.getKey().code);
            array.set(ValueLayout.ADDRESS, offset + MEMORY_OFFSET, bind(arena, descriptor, entry));
            offset += ARGUMENT_BYTES;
        }
        for (Argument argument : Argument.values()) {
            if (!arguments.containsKey(argument) && descriptor.uses(argument)) {
                throw new IllegalArgumentException(descriptor + " lacks its argument " + argument);
            }
        }
        MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
        Functions.PRIMITIVE_CREATE.check(descriptor.toString(), out, descriptor.handle());
        MemorySegment primitive = Functions.owned(out, arena, Functions.PRIMITIVE_DESTROY);
        return new Launch(descriptor, primitive.address(), arguments.size(), array.address());
    }

    private static MemorySegment bind(
            Arena arena, PrimitiveDescriptor primitive, Map.Entry<Argument, Memory> argument) {
        MemoryDescriptor expected = primitive.expected(argument.getKey());
        Memory memory = argument.getValue();
        if (!memory.descriptor().equals(expected)) {
            throw new IllegalArgumentException(
                    primitive + " expects " + expected + " for " + argument.getKey() + ", got " + memory.descriptor());
        }
        MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
        Functions.MEMORY_CREATE.check(expected.toString(), out, expected.handle(), Functions.ENGINE, memory.segment());
        return Functions.owned(out, arena, Functions.MEMORY_DESTROY);
    }

    @Override
    public void run() {
        int status;
        try {
            status = (int) Functions.EXECUTE.invokeExact(primitive, Functions.STREAM, count, arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(descriptor.toString(), e);
        }
        if (status != 0) {
            throw new OneDnnException("dnnl_primitive_execute", status, descriptor.toString());
        }
    }
}
