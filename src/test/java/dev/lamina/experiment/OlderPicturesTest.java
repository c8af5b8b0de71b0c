package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs on folders of pictures that began when pictures were read in another way, or with other ones beside. */
class OlderPicturesTest {
    @TempDir
    Path folder;

    private final List<TrainingEvent> events = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void draw() throws IOException {
        for (String name : List.of("cat", "dog")) {
            Path files = Files.createDirectories(folder.resolve("pets").resolve(name));
            for (int i = 0; i < 8; i++) {
                BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
                image.getRaster().setSample(i, 3, 0, 200);
                ImageIO.write(image, "png", files.resolve(i + ".png").toFile());
            }
        }
        Files.writeString(folder.resolve("pets/cat/9.webp"), "something");
    }

    private ExperimentConfig config() {
        return SmallExperiment.config(
                "data.validation=null",
                "data.source={\"type\": \"image-folder\", \"path\": \"" + folder.resolve("pets") + "\"}",
                "training.batchSize=4",
                "training.epochs=2");
    }

    private DataLocation where() {
        return new DataLocation(List.of(), folder);
    }

    private RunFolder stopped() throws InterruptedException {
        CompletableFuture<RunHandle> handle = new CompletableFuture<>();
        TrainingListener stopper = event -> {
            if (event instanceof TrainingEvent.StepCompleted) {
                handle.join().stop();
            }
        };
        RunFolder run = new RunFolder(folder.resolve("run"));
        handle.complete(Experiment.start(config(), run.path(), where(), stopper.and(events::add)));
        assertEquals(RunState.STOPPED, handle.join().await().state());
        return run;
    }

    private RunResult resume(RunFolder run) throws InterruptedException {
        return Experiment.resume(run.path(), where(), events::add).await();
    }

    /** As it was written before there was a version: without it, and with other hashes. */
    private static void makeOlder(RunFolder run, String trainingSha256) throws IOException {
        String text = Files.readString(run.record())
                .replaceAll(",\\s*\"validationSha256\" : null,\\s*\"readingVersion\" : 2", "")
                .replaceAll("\"trainingSha256\" : \"[0-9a-f]+\"", "\"trainingSha256\" : \"" + trainingSha256 + "\"");
        assertFalse(text.contains("readingVersion"), text);
        Files.writeString(run.record(), text);
    }

    @Test
    void anOlderRunWithOtherPicturesIsToldThatTheyAreReadInAnotherWay() throws Exception {
        RunFolder run = stopped();
        makeOlder(run, "0".repeat(64));
        String message = String.valueOf(
                assertThrows(BadInputException.class, () -> resume(run)).getMessage());
        assertTrue(message.startsWith(run.record() + ": pictures are read in another way since"), message);
        assertTrue(message.contains("; start it anew with 'run'"), message);
    }

    @Test
    void anOlderRunWithTheSamePicturesGoesOnWithoutAWord() throws Exception {
        RunFolder run = stopped();
        makeOlder(run, new StoredRun(run).record().data().trainingSha256());
        assertEquals(RunState.FINISHED, resume(run).state());
    }

    @Test
    void aNewRunWithOtherPicturesIsToldThatTheDataChanged() throws Exception {
        RunFolder run = stopped();
        Files.delete(folder.resolve("pets/dog/7.png"));
        String message = String.valueOf(
                assertThrows(BadInputException.class, () -> resume(run)).getMessage());
        assertTrue(message.contains("is not what the run began with"), message);
    }

    @Test
    void aRunSaysWhatItFoundAndLeavesOutAndSoDoesTheCheck() throws Exception {
        stopped();
        List<String> told = events.stream()
                .filter(TrainingEvent.DataNoticed.class::isInstance)
                .map(TrainingEvent.DataNoticed.class::cast)
                .map(notice -> notice.kind() + ": " + notice.text())
                .toList();
        List<String> lines = List.of(
                "note: 13 training and 3 test pictures found in 2 classes",
                "warning: left out: 1 .webp (cat: 1); convert .webp to PNG or JPEG to have them read");
        assertEquals(lines, told);
        List<String> checked = ExperimentCheck.of(config(), where()).stream()
                .map(Message::toString)
                .filter(line -> line.startsWith("note: ") || line.startsWith("warning: "))
                .toList();
        assertEquals(lines, checked);
        assertEquals(
                lines,
                ExperimentPreview.of(config(), where()).notices().stream()
                        .map(notice -> notice.kind() + ": " + notice.message())
                        .toList());
    }
}
