package dev.lamina.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.KeptCheckpoint;
import dev.lamina.archive.RunBranch;
import dev.lamina.archive.RunFolder;
import dev.lamina.archive.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whenever it is killed, a run can be taken up, and comes to what it would have come to: the same bits, each epoch once,
 * nothing half-written and no process left. {@code -Dlamina.campaign.kills=N} kills N times in all,
 * {@code -Dlamina.campaign.seed=N} at other moments.
 */
@Tag("campaign")
class KillCampaignTest {
    private static final int KINDS = 4;
    private static final int KILLS_PER_KIND =
            Math.ceilDiv(Integer.getInteger("lamina.campaign.kills", 2 * KINDS), KINDS);
    private static final int MOST_KILLS_OF_ONE_RUN = 6;

    private static final String PLAIN = """
            {"name": "plain", "data": {"source": {"type": "moons", "trainCount": 120, "testCount": 40}, "validation": {"count": 20}},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [8]}},
             "training": {"epochs": 40, "batchSize": 16, "learningRate": 0.05},
             "probes": {"gbr": {"images": 10}}, "backend": {"name": "reference"}%s}""";

    private static final String WNLL = """
            {"name": "wnll", "data": {"source": {"type": "moons", "trainCount": 60, "testCount": 20}},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [6]}},
             "head": {"type": "wnll", "alternations": 2, "epochs": 3},
             "training": {"epochs": 8, "batchSize": 16, "learningRate": 0.05},
             "probes": {"gbr": {"enabled": false}}, "backend": {"name": "reference"}}""";

    @TempDir
    private Path folder;

    private final Random random = new Random(Long.getLong("lamina.campaign.seed", 1));

    @Test
    void aPlainRun() throws Exception {
        killed("plain", PLAIN.formatted(""));
    }

    @Test
    void aRunInStages() throws Exception {
        killed("wnll", WNLL);
    }

    @Test
    void aSweep() throws Exception {
        killed("sweep", PLAIN.formatted(", \"sweep\": {\"seed\": [1, 2, 3]}"));
    }

    @Test
    void aBranch() throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), PLAIN.formatted(""));
        RunFolder from = new RunFolder(folder.resolve("from"));
        ended(List.of("run", config.toString(), "--out", from.path().toString()));
        KeptCheckpoint checkpoint = new StoredRun(from).checkpoints().getFirst();
        assertTrue(checkpoint.step() < new StoredRun(from).record().step(), "a branch has something left to do");
        Path whole = RunBranch.make(new StoredRun(from), checkpoint, folder.resolve("whole"))
                .path();
        long millis = ended(List.of("resume", whole.toString()));
        campaign("branch", whole, millis, path -> {
            RunBranch.make(new StoredRun(from), checkpoint, path);
            return List.of("resume");
        });
    }

    private void killed(String kind, String text) throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), text);
        Path whole = folder.resolve("whole");
        List<String> begin = List.of("run", config.toString());
        long millis = ended(List.of("run", config.toString(), "--out", whole.toString()));
        campaign(kind, whole, millis, _ -> begin);
    }

    /** Makes what must be there before a run begins, and gives the command line that begins it. */
    @FunctionalInterface
    private interface Beginning {
        List<String> in(Path folder) throws Exception;
    }

    private void campaign(String kind, Path whole, long millis, Beginning beginning) throws Exception {
        int kills = 0;
        int runs = 0;
        while (kills < KILLS_PER_KIND) {
            runs++;
            Path path = folder.resolve(kind + "-" + runs);
            KilledRun run = new KilledRun(path, beginning.in(path), random);
            run.toTheEnd(Math.min(KILLS_PER_KIND - kills, MOST_KILLS_OF_ONE_RUN), millis);
            new WholeRun(path).assertSameAs(new WholeRun(whole));
            kills += run.kills();
        }
        System.out.println(
                "kill campaign: " + kind + ", " + kills + " kills of " + runs + " runs, each as if never killed");
    }

    /** Returns the milliseconds that it took. */
    private long ended(List<String> arguments) throws Exception {
        long begun = System.nanoTime();
        LaminaProcess lamina = LaminaProcess.start(List.of(), arguments, folder.resolve("output"));
        assertEquals(0, lamina.await(), lamina.text());
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
