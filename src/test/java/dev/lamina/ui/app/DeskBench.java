package dev.lamina.ui.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures the window: {@code mvn -Pdesk-bench}. Options: {@code --seconds N} of the pulse measurement, {@code --minutes N}
 * of the heap's, {@code --rounds N} of the comparison with the command line, 0 for none of it. Every measurement has
 * a process of its own. Asserts nothing.
 */
final class DeskBench {
    private DeskBench() {}

    public static void main(String[] args) throws Exception {
        List<String> arguments = Arrays.asList(args);
        if (!arguments.isEmpty() && !arguments.getFirst().startsWith("--")) {
            DeskBenchChild.run(arguments);
            System.exit(0);
        }
        System.out.println("toolkit: " + System.getProperty("glass.platform", "of the system") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores");
        child("first-point", "0");
        child("first-point", "5");
        child("pulse", String.valueOf(option(arguments, "--seconds", 60)));
        child("heap", String.valueOf(option(arguments, "--minutes", 10)));
        compare(option(arguments, "--rounds", 5));
        System.exit(0);
    }

    private static int option(List<String> arguments, String name, int fallback) {
        int at = arguments.indexOf(name);
        return at < 0 ? fallback : Integer.parseInt(arguments.get(at + 1));
    }

    /** The window and the command line take turns, so that whatever else the machine does meets both. */
    private static void compare(int rounds) throws Exception {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double commandLine = speed("cli");
            double window = speed("window");
            ratios.add(window / commandLine);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: command line %.0f images/s, window %.0f images/s, ratio %.3f%n",
                    round + 1,
                    commandLine,
                    window,
                    window / commandLine);
        }
        if (rounds > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "window / command line, median of %d: %.3f%n",
                    rounds,
                    DeskBenchChild.quantile(ratios, 0.5));
        }
    }

    private static double speed(String mode) throws Exception {
        return child(mode).stream()
                .filter(line -> line.startsWith(DeskBenchChild.SPEED))
                .mapToDouble(line -> Double.parseDouble(line.substring(DeskBenchChild.SPEED.length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(mode + " measured nothing"));
    }

    /** Runs a measurement in a child with this process's options and shows what it says. */
    private static List<String> child(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DeskBench.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (!line.startsWith(DeskBenchChild.SPEED)) {
                    System.out.println(line);
                }
            }
        }
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(arguments[0] + " ended with exit code " + exitCode);
        }
        return lines;
    }
}
