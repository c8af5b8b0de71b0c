package dev.lamina.backend.cpu.kernel;

/** Where a chunk of an operand is float32: in its tensor, or in a slot of the member's scratch memory. */
@FunctionalInterface
interface Operand {
    /** The address of a chunk that begins at an element of the tensor. */
    long at(long element, long scratch);

    /** A tensor; a bfloat16 one in a slot, once read or before it is written. */
    static Operand of(Stored tensor, int slot) {
        return tensor.isFloat32() ? (element, scratch) -> tensor.address() + element * Float.BYTES : slot(slot);
    }

    static Operand slot(int number) {
        return (element, scratch) -> Stage.slot(scratch, number);
    }
}
