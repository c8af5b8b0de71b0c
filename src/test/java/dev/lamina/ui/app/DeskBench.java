package dev.lamina.ui.app;

import dev.lamina.launch.VectorModule;
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
        VectorModule.load();
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
        compare(option(arguments, "--rounds", 20));
        System.exit(0);
    }

    private static int option(List<String> arguments, String name, int fallback) {
        int at = arguments.indexOf(name);
        return at < 0 ? fallback : Integer.parseInt(arguments.get(at + 1));
    }

    /**
     * A window and a command line train the same and take turns of a few seconds, the other one halted by the system, so
     * that whatever else the machine does meets both. In the earlier half of the turns their machine code is still made.
     */
    private static void compare(int rounds) throws Exception {
        if (rounds == 0) {
            return;
        }
        List<Double> ratios = new ArrayList<>();
        try (TurnTaker commandLine = TurnTaker.start("cli");
                TurnTaker window = TurnTaker.start("window")) {
            for (int round = 0; round < 2 * rounds; round++) {
                double alone = commandLine.turn();
                double shown = window.turn();
                if (round >= rounds) {
                    ratios.add(shown / alone);
                    System.out.printf(
                            Locale.ROOT,
                            "round %d: command line %.0f images/s, window %.0f images/s, ratio %.3f%n",
                            round - rounds + 1,
                            alone,
                            shown,
                            shown / alone);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "window / command line: median %.3f, quartiles %.3f to %.3f of %d rounds%n",
                DeskBenchChild.quantile(ratios, 0.5),
                DeskBenchChild.quantile(ratios, 0.25),
                DeskBenchChild.quantile(ratios, 0.75),
                rounds);
    }

    /** Runs a measurement in a child with this process's options and shows what it says. */
    private static void child(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(arguments))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(System.out::println);
        }
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(arguments[0] + " ended with exit code " + exitCode);
        }
    }

    /** A measurement in a process of its own, with this one's options. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DeskBench.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
