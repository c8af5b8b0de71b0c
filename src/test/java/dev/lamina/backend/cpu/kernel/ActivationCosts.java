package dev.lamina.backend.cpu.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints nanoseconds an element of every launch with an activation, one thread, medians, float32. Arguments: names of
 * activations; all without.
 */
final class ActivationCosts {
    private static final BlockedShape SHAPE = new BlockedShape(32, 64, 32, 32);
    private static final int WARM_UPS = 60;
    private static final int ROUNDS = 31;

    private ActivationCosts() {}

    public static void main(String[] args) {
        for (PlainActivation plain : PlainActivation.all(SHAPE.channels())) {
            if (args.length == 0 || List.of(args).contains(plain.name())) {
                print(plain);
            }
        }
    }

    private static void print(PlainActivation plain) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%-18s", plain.name()));
        new ActivationLaunches(SHAPE, Precision.FLOAT32, plain.activation())
                .launches()
                .forEach((name, launch) ->
                        text.append(String.format(Locale.ROOT, "  %s %.2f", name, nanosPerElement(launch))));
        System.out.println(text);
    }

    private static double nanosPerElement(Launch launch) {
        for (int i = 0; i < WARM_UPS; i++) {
            launch.run();
        }
        double[] nanos = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            launch.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[ROUNDS / 2] / TestTensors.elements(SHAPE);
    }
}
