package dev.lamina.backend.cpu.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** What a primitive does to its result after its own work. */
public enum Attributes {
    NONE,

    /** result ← result + what the destination held before. */
    ADD_TO_DESTINATION;

    /** The native object; scratch memory is always left to the caller. */
    MemorySegment create(Arena arena) {
        MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
        Functions.ATTRIBUTES_CREATE.check("", out);
        MemorySegment attributes = Functions.owned(out, arena, Functions.ATTRIBUTES_DESTROY);
        Functions.ATTRIBUTES_SCRATCHPAD.check("", attributes, 1);
        if (this == ADD_TO_DESTINATION) {
            Functions.POST_OPS_CREATE.check("", out);
            MemorySegment list = Functions.owned(out, arena, Functions.POST_OPS_DESTROY);
            Functions.POST_OPS_SUM.check(toString(), list, 1f, 0, 0);
            Functions.ATTRIBUTES_POST_OPS.check("", attributes, list);
        }
        return attributes;
    }
}
