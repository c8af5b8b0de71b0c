package dev.lamina.backend.cpu.onednn;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** What a primitive does to its result after its own work: a list of post-operations, applied in order. */
public record Attributes(List<PostOperation> postOperations) {
    /** An operation on the result before it is stored. */
    public sealed interface PostOperation {}

    /** result ← f(result). */
    public record Apply(EltwiseFunction function, float alpha, float beta) implements PostOperation {}

    /** result ← result + scale · (what the destination held before). */
    public record AddToDestination(float scale) implements PostOperation {}

    public static final Attributes NONE = new Attributes(List.of());

    public Attributes {
        postOperations = List.copyOf(postOperations);
    }

    public static Attributes of(PostOperation... operations) {
        return new Attributes(List.of(operations));
    }

    /** The native object; scratch memory is always left to the caller. */
    MemorySegment create(Arena arena) {
        MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
        Functions.ATTRIBUTES_CREATE.check("", out);
        MemorySegment attributes = Functions.owned(out, arena, Functions.ATTRIBUTES_DESTROY);
        Functions.ATTRIBUTES_SCRATCHPAD.check("", attributes, 1);
        if (!postOperations.isEmpty()) {
            Functions.POST_OPS_CREATE.check("", out);
            MemorySegment list = Functions.owned(out, arena, Functions.POST_OPS_DESTROY);
            for (PostOperation operation : postOperations) {
                switch (operation) {
                    case Apply apply ->
                        Functions.POST_OPS_ELTWISE.check(
                                apply.toString(), list, apply.function().code, apply.alpha(), apply.beta());
                    case AddToDestination sum -> Functions.POST_OPS_SUM.check(sum.toString(), list, sum.scale(), 0, 0);
                }
            }
            Functions.ATTRIBUTES_POST_OPS.check("", attributes, list);
        }
        return attributes;
    }
}
