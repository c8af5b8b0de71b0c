package dev.lamina.backend.cases;

import dev.lamina.program.Program;
import dev.lamina.program.compile.Programs;
import dev.lamina.tensor.Seeds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How far computing in bf16 may move the gradients of a whole network, tensor by tensor in the Euclidean norm: measured on
 * the reference, by moving all weights and images at random within bf16's unit roundoff 2⁻⁸. A small gradient that is left
 * over where large terms cancel, as a normalization's often is, moves by as much as itself, others by a hundredth.
 */
public final class Sensitivity {
    private static final double UNIT_ROUNDOFF = 0x1p-8;
    private static final int DRAWS = 8;
    /**
     * A session in bf16 rounds some five tensors a layer, not the weights alone, which moves results √5 times as far; the
     * rest is chance, in which signs of pre-activations near 0 flip.
     */
    private static final double ALLOWANCE = 5;

    private static final String GAIN = ".gain";

    private Sensitivity() {}

    /** The allowed Euclidean distance of each gradient from the reference's: five times the root mean square over draws. */
    public static Map<String, Double> allowed(OperationCase networkCase, Outcome expected) {
        RandomGenerator random = new Seeds(1).stream("sensitivity");
        Map<String, Double> squares = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            Map<String, double[]> moved = new HashMap<>();
            networkCase.values().forEach((name, values) -> moved.put(name, moved(name, values, random)));
            Outcome outcome = Outcome.ofReference(networkCase.program(), moved);
            for (String gradient : networkCase.gradients().values()) {
                double distance = Comparison.distance(expected.get(gradient), outcome.get(gradient));
                squares.merge(gradient, distance * distance / DRAWS, Double::sum);
            }
        }
        squares.replaceAll((_, square) -> ALLOWANCE * Math.sqrt(square));
        networkCase.gradients().forEach((parameter, gradient) -> {
            if (parameter.endsWith(GAIN)) {
                squares.merge(gradient, ofGain(parameter, networkCase, expected), Math::max);
            }
        });
        return squares;
    }

    /**
     * Before a normalization a gain α of unit weights U, ‖U‖ = 1, has the gradient ⟨∂L/∂(αU), U⟩ = 0 whatever is moved;
     * what rounding leaves is that of the terms that cancel. As they do, ‖∂L/∂(αU)‖ = ‖∂L/∂W‖ ‖W‖ / α of the raw weights W.
     */
    private static double ofGain(String gain, OperationCase networkCase, Outcome expected) {
        String weight = gain.substring(0, gain.length() - GAIN.length()) + ".weight";
        double gradient = norm(expected.get(networkCase.gradients().get(weight)));
        double smallest = Arrays.stream(networkCase.values().get(gain))
                .map(Math::abs)
                .min()
                .orElseThrow();
        return ALLOWANCE * UNIT_ROUNDOFF * gradient * norm(networkCase.values().get(weight)) / smallest;
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
    }

    private static double[] moved(String name, double[] values, RandomGenerator random) {
        double[] moved = values.clone();
        boolean exact = name.equals(Program.LABELS) || name.startsWith(Programs.MASK_PREFIX);
        for (int k = 0; k < moved.length && !exact; k++) {
            moved[k] *= 1 + random.nextDouble(-UNIT_ROUNDOFF, UNIT_ROUNDOFF);
        }
        return moved;
    }
}
