package dev.lamina.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How often each of K choices was taken, one prior spread over them all: (count + 1/K) / (n + 1).
 *
 * @param probabilities of the choices, sum 1
 */
record Frequencies(double[] probabilities) implements Density {
    static Frequencies of(int count, double[] units) {
        double[] probabilities = new double[count];
        Arrays.fill(probabilities, 1.0 / count / (units.length + 1));
        for (double unit : units) {
            probabilities[(int) (unit * count)] += 1.0 / (units.length + 1);
        }
        return new Frequencies(probabilities);
    }

    @Override
    public double at(double unit) {
        return probabilities[(int) (unit * probabilities.length)] * probabilities.length;
    }

    @Override
    public double draw(RandomGenerator random) {
        double rest = random.nextDouble();
        int chosen = 0;
        while (chosen < probabilities.length - 1 && rest >= probabilities[chosen]) {
            rest -= probabilities[chosen];
            chosen++;
        }
        return (chosen + 0.5) / probabilities.length;
    }
}
