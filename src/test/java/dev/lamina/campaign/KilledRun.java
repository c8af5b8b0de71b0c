package dev.lamina.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** One run, or sweep, that is killed again and again, taken up as the program itself says, and in the end left alone. */
final class KilledRun {
    private static final List<String> WITH_VECTORS =
            List.of("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED");

    /** What appears in a run folder while it comes to be, one after the other. */
    private static final List<String> MOMENTS = List.of(
            ".",
            "run.lock",
            "config.json",
            "run.json",
            "metrics.jsonl",
            "readings.jsonl",
            "checkpoints",
            "checkpoints/index.json",
            "figures");

    private final Path folder;
    private final List<String> begin;
    private final RandomGenerator random;
    private int processes;
    private int kills;
    private boolean unbegun;

    /** @param begin the command line that begins it, without the folder */
    KilledRun(Path folder, List<String> begin, RandomGenerator random) {
        this.folder = folder;
        this.begin = begin;
        this.random = random;
    }

    /** How often a process was alive when it was killed. */
    int kills() {
        return kills;
    }

    /** Kills it so often, if it does not end before, and lets it end then. */
    void toTheEnd(int mostKills, long longestMillis) throws Exception {
        while (true) {
            boolean spared = kills >= mostKills;
            LaminaProcess lamina = next();
            if (!spared) {
                awaitSomeMoment(lamina, longestMillis);
                if (lamina.isAlive()) {
                    lamina.kill(random);
                    kills++;
                }
            }
            int exitCode = lamina.await();
            String text = lamina.text();
            if (exitCode == 0 || text.contains("the run is finished")) {
                return;
            }
            boolean nothingDone = exitCode == 2 && text.contains("nothing was done there yet");
            assertTrue(nothingDone || !spared && kills > 0 && !text.contains("\tat "), exitCode + ": " + text);
            if (nothingDone) {
                assertEquals(
                        1,
                        text.lines().filter(line -> line.startsWith("lamina: ")).count(),
                        text);
            }
            unbegun = nothingDone;
        }
    }

    /** Resumes; begins where nothing is there yet, or the program has said that nothing was done. */
    private LaminaProcess next() throws IOException {
        List<String> arguments = new ArrayList<>();
        if (unbegun || !Files.exists(folder)) {
            arguments.addAll(begin);
            arguments.addAll(List.of("--out", folder.toString()));
        } else {
            arguments.addAll(List.of("resume", folder.toString()));
        }
        processes++;
        List<String> options = random.nextBoolean() ? WITH_VECTORS : List.of();
        return LaminaProcess.start(options, arguments, folder.resolveSibling(folder.getFileName() + "." + processes));
    }

    /** Some time, or soon after one of the files is there. */
    private void awaitSomeMoment(LaminaProcess lamina, long longestMillis) throws InterruptedException {
        boolean timed = random.nextBoolean();
        long most = timed ? random.nextLong(longestMillis) : longestMillis;
        Path moment = folder.resolve(MOMENTS.get(random.nextInt(MOMENTS.size())));
        long begun = System.nanoTime();
        while (lamina.isAlive()
                && System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(most)
                && (timed || !Files.exists(moment))) {
            Thread.sleep(1);
        }
        Thread.sleep(timed ? 0 : random.nextInt(30));
    }
}
