package dev.lamina.search;

import java.util.List;
import java.util.random.RandomGenerator;

/** An estimated density over the unit interval of a dimension. */
sealed interface Density permits KernelDensity, Frequencies {
    /** The density of some values of a dimension, and one prior over all it has. */
    static Density of(Dimension dimension, List<Object> values) {
        double[] units = values.stream().mapToDouble(dimension::unit).toArray();
        return switch (dimension) {
            case Choice choice -> Frequencies.of(choice.count(), units);
            case IntegerRange range -> KernelDensity.of(units, range.count());
            case LinearRange _, LogRange _ -> KernelDensity.of(units, 0);
        };
    }

    /** Its height at a place of [0, 1), above 0. */
    double at(double unit);

    /** A place drawn from it. */
    double draw(RandomGenerator random);
}
