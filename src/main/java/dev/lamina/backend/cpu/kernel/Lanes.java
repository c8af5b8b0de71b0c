package dev.lamina.backend.cpu.kernel;

import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The vector width of this machine, at most 512 bits: the block size B of the blocked layout. */
public final class Lanes {
    static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED.vectorBitSize() >= 512
            ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    /** Half as many lanes: a vector of floats widens into two of these. */
    static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED.withShape(FLOATS.vectorShape());

    static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED.withShape(FLOATS.vectorShape());
    static final VectorSpecies<Short> SHORTS =
            ShortVector.SPECIES_PREFERRED.withShape(VectorShape.forBitSize(FLOATS.vectorBitSize() / 2));
    static final ByteOrder ORDER = ByteOrder.nativeOrder();

    /** float32 lanes of a vector, B. */
    public static final int COUNT = FLOATS.length();

    /** Bytes of a vector of float32 lanes. */
    static final int BYTES = COUNT * Float.BYTES;

    /** Vector registers: 16 with AVX2, the one with 8 lanes; 32 with AVX-512 and NEON. */
    static final int REGISTERS = COUNT == 8 ? 16 : 32;

    private Lanes() {}
}
