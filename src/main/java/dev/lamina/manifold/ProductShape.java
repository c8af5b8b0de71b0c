package dev.lamina.manifold;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** How inner products are cut, for the caches and for vectors. */
final class ProductShape {
    /** Points of a panel at most. */
    static final int PANEL = 384;

    /** Points of a strip at most. */
    static final int STRIP = 96;

    /** Coordinates of a chunk: a tile's part of the panel stays in the first cache, a strip's in the second. */
    static final int DEPTH = 256;

    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();

    /** Beyond the chunk one line, so that the rows of a tile do not share cache sets. */
    static final int PITCH = DEPTH + 16;

    private ProductShape() {}
}
