package dev.lamina.backend.cpu.kernel;

import java.util.List;

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

    /** What brings a chunk to where it can be read; nothing for float32. */
    static List<PlaneChunks.Body> reading(Stored tensor, int slot) {
        return tensor.isFloat32()
                ? List.of()
                : List.of((element, length, block, scratch) ->
                        Bfloat16.widen(tensor.address() + element * Short.BYTES, Stage.slot(scratch, slot), length));
    }

    /** What stores a chunk that has been written to its slot; nothing for float32. */
    static List<PlaneChunks.Body> writing(Stored tensor, int slot) {
        return tensor.isFloat32()
                ? List.of()
                : List.of((element, length, block, scratch) ->
                        Bfloat16.narrow(Stage.slot(scratch, slot), tensor.address() + element * Short.BYTES, length));
    }
}
