package dev.lamina.bench;

import dev.lamina.backend.DeviceDescription;
import dev.lamina.launch.BackendJvm;
import dev.lamina.manifold.ExactNeighbors;
import dev.lamina.manifold.Points;
import dev.lamina.manifold.WnllSettings;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * How long the exact neighbors of random points take, beside the fastest matrix product of the same minute. A search
 * computes every pair of points once, n²d operations; one that knows nothing of symmetry takes 2n²d.
 */
public final class NeighborBench {
    private static final String OPTION = "--neighbors ";
    private static final String ROW = "%7s %7s %7s %9s %9s %9s %7s %9s %9s";
    private static final double NANOSECONDS = 1e9;
    private static final double PERCENT = 100;
    private static final double SPREAD = 0.3;
    private static final int CENTERS = 10;
    private static final int PRODUCTS = 40;
    private static final int WARM_UP_POINTS = 2000;
    private static final int WARM_UPS = 3;
    private static final long MOST_VALUES = Integer.MAX_VALUE - 8;

    private final int rounds;
    private final Consumer<Message> out;

    /**
     * A number of points and of the values of each.
     *
     * @throws BadInputException if there are fewer points than a graph of the standard settings needs, no values, or more
     *     values than an array holds
     */
    public record Size(int points, int values) {
        public Size {
            int fewest = WnllSettings.DEFAULT.neighbors();
            if (points < fewest || values < 1 || (long) points * values > MOST_VALUES) {
                throw new BadInputException(
                        Message.of("bench.neighborsSize", fewest, MOST_VALUES).at(OPTION + points + "x" + values));
            }
        }

        /** @throws BadInputException if the text is not POINTSxVALUES */
        public static Size of(String text) {
            String[] words = text.split("x", -1);
            try {
                if (words.length == 2) {
                    return new Size(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
                }
            } catch (NumberFormatException _) {
                // Said below.
            }
            throw new BadInputException(Message.of("bench.neighborsForm").at(OPTION + text));
        }

        private double operations() {
            return (double) points * points * values;
        }
    }

    private record Round(double seconds, double operationsPerNanosecond, double peak) {
        private double share() {
            return operationsPerNanosecond / peak;
        }
    }

    /**
     * @param rounds searches of each size
     * @param out takes the lines of the table
     */
    public NeighborBench(int rounds, Consumer<Message> out) {
        this.rounds = rounds;
        this.out = out;
    }

    /** @param processor its name, for the head of the table */
    public void run(String processor, List<Size> sizes, List<Integer> threads) {
        DeviceDescription device = BackendJvm.deviceOf(LaminaWorkload.CPU);
        int available = Runtime.getRuntime().availableProcessors();
        out.accept(Message.of("bench.processor", processor, available, device.name(), device.driver()));
        out.accept(Message.of("bench.neighbors", WnllSettings.DEFAULT.graphNeighbors(), rounds));
        out.accept(Message.of("bench.neighborColumns"));
        for (int count : threads) {
            for (Size size : sizes) {
                out.accept(row(count, size, measure(count, size)));
            }
        }
    }

    private List<Round> measure(int threads, Size size) {
        Points points = random(size);
        Runnable product = LaminaWorkload.prepare(
                LaminaWorkload.CPU, LaminaContestant.MATRIX_PRODUCT, LaminaContestant.F32.id(), threads);
        Points few = points.select(range(Math.min(WARM_UP_POINTS, size.points())));
        for (int i = 0; i < WARM_UPS; i++) {
            search(few, threads);
            peak(product);
        }
        List<Round> measured = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            double before = peak(product);
            long start = System.nanoTime();
            search(points, threads);
            long nanoseconds = System.nanoTime() - start;
            measured.add(new Round(
                    nanoseconds / NANOSECONDS, size.operations() / nanoseconds, (before + peak(product)) / 2));
        }
        return measured;
    }

    private static void search(Points points, int threads) {
        ExactNeighbors.find(points, WnllSettings.DEFAULT.graphNeighbors(), threads, _ -> {});
    }

    /** Operations a nanosecond. */
    private static double peak(Runnable product) {
        long start = System.nanoTime();
        for (int i = 0; i < PRODUCTS; i++) {
            product.run();
        }
        return 2.0 * PRODUCTS * Rates.ORDER * Rates.ORDER * Rates.ORDER / (System.nanoTime() - start);
    }

    private static int[] range(int count) {
        int[] indices = new int[count];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    /** Clouds about a few centers, as features have them. */
    private static Points random(Size size) {
        RandomGenerator random = new Seeds(1).stream("neighbors");
        float[] centers = new float[CENTERS * size.values()];
        for (int i = 0; i < centers.length; i++) {
            centers[i] = random.nextFloat();
        }
        float[] x = new float[size.points() * size.values()];
        for (int i = 0; i < x.length; i++) {
            int center = i / size.values() % CENTERS;
            x[i] = centers[center * size.values() + i % size.values()] + (float) (SPREAD * random.nextGaussian());
        }
        return new Points(size.points(), size.values(), x);
    }

    private static Message row(int threads, Size size, List<Round> measured) {
        double seconds = median(measured, Round::seconds);
        double share = median(measured, Round::share);
        double scale = 60_000.0 / size.points();
        return Message.verbatim(line(
                ROW,
                threads,
                size.points(),
                size.values(),
                line("%.2f", seconds),
                line("%.1f", median(measured, Round::operationsPerNanosecond)),
                line("%.1f", median(measured, Round::peak)),
                line("%.0f", share * PERCENT),
                line("%.0f", 2 * share * PERCENT),
                line("%.0f", seconds * scale * scale)));
    }

    private static double median(List<Round> measured, ToDoubleFunction<Round> figure) {
        double[] values = measured.stream().mapToDouble(figure).sorted().toArray();
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
