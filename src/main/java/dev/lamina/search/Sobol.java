package dev.lamina.search;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.tensor.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points of the Sobol sequence with the direction numbers of Joe and Kuo (2008), the digits of each coordinate xored with
 * those of a random number: other seeds give other points, and of 2^m points still exactly one lies in each elementary
 * interval of the scrambled net. Source: Sobol 1967; the digital shift of Matoušek 1998, section 2.
 */
@JsonTypeName("sobol")
public record Sobol() implements Strategy {
    /** Digits that the generator gives. */
    private static final double SCALE = 0x1p52;

    @Override
    public Optional<Point> next(SearchSpace space, List<Observation> seen, int trial, long seed) {
        return Optional.of(space.at(scrambled(unscrambled(space.size(), trial), seed)));
    }

    /** The point of an index from 0, which is the origin. */
    static double[] unscrambled(int dimensions, int index) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
        return index == 0 ? sequence.nextVector() : sequence.skipTo(index);
    }

    private static double[] scrambled(double[] point, long seed) {
        RandomGenerator random = new Seeds(seed).stream("digital-shift");
        double[] shifted = new double[point.length];
        for (int i = 0; i < shifted.length; i++) {
            long digits = (long) (point[i] * SCALE) ^ random.nextLong(1L << 52);
            shifted[i] = digits / SCALE;
        }
        return shifted;
    }
}
