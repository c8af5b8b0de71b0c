package dev.lamina.program.compile;

import dev.lamina.program.Value;
import java.util.Map;

/** Where intermediates lie in one arena: byte offset of each planned value, and the arena's size in bytes. */
public record BufferPlan(Map<Value, Long> offsets, long arenaBytes) {
    public BufferPlan {
        offsets = Map.copyOf(offsets);
    }
}
