package dev.lamina.backend.cpu.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A chosen implementation of an operation with all layouts settled (dnnl_primitive_desc_t): an immutable value. */
public final class PrimitiveDescriptor {
    private static final int QUERY_IMPLEMENTATION = 8;
    private static final int QUERY_ARGUMENT = 255;

    private final String operation;
    private final MemorySegment handle;

    private PrimitiveDescriptor(String operation, MemorySegment handle) {
        this.operation = operation;
        this.handle = handle;
    }

    /**
     * Calls a create function.
     *
     * @param what says an error of it
     * @param arguments those between the result and the attributes: descriptors, numbers, geometries and their pairs
     */
    static PrimitiveDescriptor create(
            String operation,
            NativeFunction function,
            String what,
            Attributes attributes,
            @Nullable Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
            List<Object> all = new ArrayList<>(List.of(out));
            for (Object argument : arguments) {
                switch (argument) {
                    case null -> all.add(MemorySegment.NULL);
                    case MemoryDescriptor descriptor -> all.add(descriptor.handle());
                    case PrimitiveDescriptor forward -> all.add(forward.handle);
                    case Geometry.Pair pair -> all.add(pair.in(arena));
                    case Geometry geometry ->
                        Stream.of(geometry.stride(), geometry.gaps(), geometry.paddingBefore(), geometry.paddingAfter())
                                .map(pair -> pair.in(arena))
                                .forEach(all::add);
                    default -> all.add(argument);
                }
            }
            all.add(attributes.create(arena));
            function.check(what, all.toArray());
            MemorySegment handle = Functions.owned(out, Arena.ofAuto(), Functions.PRIMITIVE_DESCRIPTOR_DESTROY);
            return new PrimitiveDescriptor(operation, handle);
        }
    }

    MemorySegment handle() {
        return handle;
    }

    /** What this implementation expects of an argument; {@link #uses} tells whether it has it. */
    public MemoryDescriptor expected(Argument argument) {
        if (!uses(argument)) {
            throw new IllegalArgumentException(operation + " has no argument " + argument);
        }
        return MemoryDescriptor.copyOf(query(argument));
    }

    /** Whether a launch needs the argument; a scratchpad or workspace of no bytes is not needed. */
    public boolean uses(Argument argument) {
        MemorySegment descriptor = query(argument);
        return !descriptor.equals(MemorySegment.NULL) && Functions.DESCRIPTOR_SIZE.asLong(descriptor) > 0;
    }

    private MemorySegment query(Argument argument) {
        return Functions.PRIMITIVE_DESCRIPTOR_MEMORY.asPointer(handle, QUERY_ARGUMENT, argument.code);
    }

    /** The implementation's name in oneDNN's words, as in "brgconv:avx512_core". */
    public String implementation() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
            Functions.PRIMITIVE_DESCRIPTOR_QUERY.check("", handle, QUERY_IMPLEMENTATION, 0, out);
            return out.get(ValueLayout.ADDRESS, 0).reinterpret(Long.MAX_VALUE).getString(0);
        }
    }

    @Override
    public String toString() {
        return operation + " by " + implementation();
    }
}
