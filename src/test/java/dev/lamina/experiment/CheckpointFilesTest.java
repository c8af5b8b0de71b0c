package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.CheckpointFiles;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import dev.lamina.tensor.Shape;
import dev.lamina.train.BestEpoch;
import dev.lamina.train.Checkpoint;
import dev.lamina.train.CheckpointKind;
import dev.lamina.train.EpochSums;
import dev.lamina.train.LiveSettings;
import dev.lamina.train.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFilesTest {
    private static final ResolvedNetwork NETWORK = network(6);

    @TempDir
    Path folder;

    private static ResolvedNetwork network(int width) {
        return ExperimentSetup.network(
                SmallExperiment.config("network.preset.hiddenWidths=[" + width + "]"), Shape.of(2, 1, 1), 2);
    }

    private static Checkpoint checkpoint(long step, float value) {
        Progress progress = new Progress(
                3,
                1,
                step,
                new EpochSums(0.1 + 0.2, 5, 16, 1e-3, Map.of("hidden1", -2.5, "dead", Double.NEGATIVE_INFINITY)),
                new LiveSettings(1.0 / 3, 5e-4, 0.9),
                new BestEpoch(2, 0.7, 2, 0.7));
        Map<String, HostTensor> weights = new HashMap<>();
        NETWORK.parameters()
                .forEach(p -> weights.put(p.name(), HostTensor.filled(p.spec().shape(), value)));
        return new Checkpoint(progress, weights, Map.of("w#velocity", HostTensor.filled(Shape.of(3), value)));
    }

    private CheckpointFiles files() {
        return new CheckpointFiles(folder, NETWORK, 5);
    }

    private List<String> folders() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(e -> e.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aCheckpointComesBackBitForBit() {
        assertEquals(Optional.empty(), files().last());
        files().save(checkpoint(13, 0.1f), CheckpointKind.LAST);
        Checkpoint read = files().last().orElseThrow();
        assertEquals(checkpoint(13, 0.1f).progress(), read.progress());
        assertArrayEquals(
                new float[] {0.1f, 0.1f, 0.1f},
                read.optimizer().get("w#velocity").values());
        assertEquals(
                NETWORK.parameters().stream().map(p -> p.name()).sorted().toList(),
                read.weights().keySet().stream().sorted().toList());
    }

    @Test
    void onlyTheLastAndTheBestAreKept() throws IOException {
        files().save(checkpoint(10, 1), CheckpointKind.BEST);
        files().save(checkpoint(20, 2), CheckpointKind.LAST);
        files().save(checkpoint(30, 3), CheckpointKind.LAST);
        assertEquals(List.of("step-00000010", "step-00000030"), folders());
        assertEquals(10, files().best().orElseThrow().progress().step());
        files().save(checkpoint(40, 4), CheckpointKind.BEST);
        assertEquals(List.of("step-00000040"), folders());
    }

    /** The metadata of the new one cannot be written: something else has its name. */
    @Test
    void aCheckpointThatCannotBeWrittenLeavesTheOlderOnes() throws IOException {
        files().save(checkpoint(10, 1), CheckpointKind.BEST);
        Files.writeString(folder.resolve("step-00000020"), "in the way");
        assertThrows(BadInputException.class, () -> files().save(checkpoint(20, 2), CheckpointKind.LAST));
        assertEquals(10, files().last().orElseThrow().progress().step());
        assertEquals(List.of("step-00000010"), folders());
    }

    /** A stop at the very step of the last checkpoint, with another learning rate. */
    @Test
    void aCheckpointOfTheSameStepIsWrittenBesideTheOneThereIs() throws IOException {
        files().save(checkpoint(10, 1), CheckpointKind.BEST);
        files().save(checkpoint(10, 2), CheckpointKind.LAST);
        assertEquals(List.of("step-00000010", "step-00000010-2"), folders());
        assertEquals(
                1, files().best().orElseThrow().optimizer().get("w#velocity").values()[0]);
        assertEquals(
                2, files().last().orElseThrow().optimizer().get("w#velocity").values()[0]);
        files().save(checkpoint(10, 3), CheckpointKind.LAST);
        assertEquals(List.of("step-00000010", "step-00000010-3"), folders());
        files().save(checkpoint(10, 4), CheckpointKind.BEST);
        assertEquals(List.of("step-00000010-2"), folders());
        assertEquals(
                4, files().last().orElseThrow().optimizer().get("w#velocity").values()[0]);
    }

    @Test
    void whatAKilledWriterLeftOfACheckpointIsNoPartOfTheNextOne() throws IOException {
        files().save(checkpoint(10, 1), CheckpointKind.LAST);
        Path left = Files.createDirectory(folder.resolve("step-00000020"));
        Files.writeString(left.resolve("weights.safetensors"), "of before");
        Files.writeString(left.resolve(".optimizer.safetensors.part"), "half");
        assertEquals(10, files().last().orElseThrow().progress().step());
        files().save(checkpoint(20, 2), CheckpointKind.LAST);
        try (Stream<Path> entries = Files.list(left)) {
            assertEquals(3, entries.count());
        }
        assertEquals(20, files().last().orElseThrow().progress().step());
    }

    @Test
    void aRunFolderThatWasTakenAwayDoesNotComeBack() throws IOException {
        CheckpointFiles gone = new CheckpointFiles(folder.resolve("gone/checkpoints"), NETWORK, 5);
        assertThrows(BadInputException.class, () -> gone.save(checkpoint(10, 1), CheckpointKind.LAST));
        assertEquals(List.of(), folders());
    }

    @Test
    void everyBitOfItsFilesIsHeldAgainstTheSums() throws IOException {
        files().save(checkpoint(10, 1), CheckpointKind.LAST);
        for (String name : List.of("weights.safetensors", "optimizer.safetensors")) {
            Path file = folder.resolve("step-00000010").resolve(name);
            byte[] sound = Files.readAllBytes(file);
            for (int i = 0; i < sound.length; i++) {
                byte[] damaged = sound.clone();
                damaged[i] ^= (byte) (1 << i % 8);
                Files.write(file, damaged);
                String message = assertThrows(BadInputException.class, () -> files().last())
                        .getMessage();
                assertTrue(
                        message.startsWith(file + ": damaged (its SHA-256 is not the one in progress.json)"), message);
            }
            Files.write(file, sound);
        }
        assertEquals(10, files().last().orElseThrow().progress().step());
    }

    @Test
    void aCheckpointFromBeforeThereWereSumsOpens() throws IOException {
        files().save(checkpoint(10, 1), CheckpointKind.LAST);
        Path progress = folder.resolve("step-00000010").resolve("progress.json");
        String text = Files.readString(progress);
        String older = text.replaceFirst(",\\s*\"sha256\"\\s*:\\s*\\{[^}]*}", "");
        assertTrue(older.length() < text.length());
        Files.writeString(progress, older);
        assertEquals(10, files().last().orElseThrow().progress().step());
    }

    @Test
    void foldersThatAreNoCheckpointsAreLeftAlone() throws IOException {
        Files.createDirectory(folder.resolve("step-00000010-copy"));
        Files.createDirectory(folder.resolve("mine"));
        files().save(checkpoint(20, 2), CheckpointKind.LAST);
        assertEquals(List.of("mine", "step-00000010-copy", "step-00000020"), folders());
    }

    @Test
    void aCheckpointOfAnotherNetworkIsRefusedByName() {
        files().save(checkpoint(10, 1), CheckpointKind.LAST);
        String message = assertThrows(BadInputException.class, () -> new CheckpointFiles(folder, network(7), 5).last())
                .getMessage();
        assertTrue(
                message.contains("weights.safetensors: checkpoint of another network, 'linear1.weight' is 6×2, the"
                        + " network needs 7×2"),
                message);
    }

    @Test
    void aCheckpointOfAnotherSeedIsRefused() {
        files().save(checkpoint(10, 1), CheckpointKind.LAST);
        assertThrows(BadInputException.class, () -> new CheckpointFiles(folder, NETWORK, 6).last());
    }

    @Test
    void aCheckpointFromBeforeThereWereUpdateRatiosOpens() throws IOException {
        files().save(checkpoint(10, 1), CheckpointKind.LAST);
        Path progress = folder.resolve("step-00000010").resolve("progress.json");
        String text = Files.readString(progress);
        String older = text.replaceFirst(",\\s*\"log10UpdateRatios\"\\s*:\\s*\\{[^}]*}", "");
        assertTrue(older.length() < text.length());
        Files.writeString(progress, older);
        Progress read = files().last().orElseThrow().progress();
        assertEquals(Map.of(), read.sums().log10UpdateRatios());
        assertEquals(10, read.step());
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        files().save(checkpoint(10, 1), CheckpointKind.LAST);
        Path progress = folder.resolve("step-00000010").resolve("progress.json");
        Files.writeString(progress, "{\"format\": 1");
        String message =
                assertThrows(BadInputException.class, () -> files().last()).getMessage();
        assertTrue(message.startsWith(progress + ": damaged"), message);
        assertEquals(1, message.lines().count());
    }
}
