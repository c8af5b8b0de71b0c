package dev.lamina.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lamina.launch.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A window's process that trains, pauses, steps, resumes, draws and opens and closes runs, without a rest, stays as large
 * as it was: the median of the second half is within the allowance of that of the first. {@code
 * -Dlamina.campaign.soakMinutes=60} for an hour of it.
 */
@Tag("campaign")
class SoakTest {
    private static final int MINUTES = Integer.getInteger("lamina.campaign.soakMinutes", 6);

    /** Pictures that the toolkit keeps for effects until memory is short are let go at each look. */
    private static final String FORGETFUL = "-XX:SoftRefLRUPolicyMSPerMB=0";

    /** What a program that is warm may still grow by: machine code, fonts, the metadata of classes. */
    private static final List<Allowance> ALLOWANCES = List.of(
            new Allowance("heap", ProcessSize::heap, 0.1, 4),
            // A picture of the window that is under way is 6 MiB.
            new Allowance("arenas", ProcessSize::arenas, 0.1, 6),
            new Allowance("resident", ProcessSize::resident, 0.1, 32),
            new Allowance("descriptors", ProcessSize::descriptors, 0, 2),
            new Allowance("threads", ProcessSize::threads, 0, 3),
            new Allowance("mapped files", ProcessSize::mapped, 0, 2));

    @TempDir
    private Path folder;

    @Test
    void aWindowsProcessStaysAsLargeAsItWas() throws Exception {
        assumeTrue(ProcessSize.isKnown(), "/proc is Linux's");
        List<String> said = said(start());
        List<ProcessSize> sizes =
                said.stream().filter(ProcessSize::isLine).map(ProcessSize::of).toList();
        assertTrue(sizes.size() >= 4, () -> "ended too soon: " + said);
        assertEquals(
                List.of(),
                ALLOWANCES.stream()
                        .map(allowance -> allowance.excess(sizes))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Process start() throws IOException {
        List<String> options = List.of(
                "-XX:+UseSerialGC",
                "-Xmn64m",
                ProcessSize.OPTION,
                FORGETFUL,
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Duser.home=" + folder);
        List<String> command = ChildJvm.with(options)
                .command("dev.lamina.ui.app.Soak", List.of(String.valueOf(MINUTES), folder.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Its lines, which are shown as they come. */
    private static List<String> said(Process process) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                System.out.println(line);
                lines.add(line);
            }
        } finally {
            process.destroy();
        }
        assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
        return lines;
    }

    /**
     * What something may grow by.
     *
     * @param share of the median of the first half
     * @param more on top of that
     */
    private record Allowance(String name, ToDoubleFunction<ProcessSize> of, double share, double more) {
        Optional<String> excess(List<ProcessSize> sizes) {
            int half = sizes.size() / 2;
            double first = median(sizes.subList(0, half));
            double second = median(sizes.subList(half, sizes.size()));
            System.out.printf(
                    Locale.ROOT, "%s: median %.1f in the first half, %.1f in the second%n", name, first, second);
            return second <= first * (1 + share) + more
                    ? Optional.empty()
                    : Optional.of(String.format(Locale.ROOT, "%s grew from %.1f to %.1f", name, first, second));
        }

        private double median(List<ProcessSize> some) {
            double[] sorted = some.stream().mapToDouble(of).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }
}
