package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    @TempDir
    private Path memory;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void aKilledWindowsCopyIsOfferedAndThatOfALivingOneIsNot() throws Exception {
        window("living");
        Process dying = window("dying");
        assertEquals(List.of(), names(new Recovery(memory).find()));
        dying.destroyForcibly().waitFor();
        Recovery next = new Recovery(memory);
        Recovery.Left left = next.find();
        assertEquals(List.of("dying"), names(left));
        assertEquals(List.of(), names(new Recovery(memory).find()), "offered by one window at a time");
        left.copies().getFirst().claim().delete();
        assertEquals(1, copies().size(), "the living one's copy is where it was");
    }

    @Test
    void anotherExperimentOverwritesNoCrashedOne() throws Exception {
        window("crashed").destroyForcibly().waitFor();
        Recovery next = new Recovery(memory);
        next.find();
        next.keep(changed("another"));
        next.release();
        window("third").destroyForcibly().waitFor();
        // The first window still holds the claim of what it has found, as long as it offers it.
        assertEquals(Set.of("another", "third"), new TreeSet<>(names(new Recovery(memory).find())));
        assertEquals(3, copies().size());
    }

    @Test
    void aDocumentThatNobodyAnsweredForKeepsItsCopyWhenAnotherOneIsOpened() {
        Recovery window = new Recovery(memory);
        window.keep(changed("first"));
        window.keep(changed("second"));
        window.release();
        assertEquals(Set.of("first", "second"), new TreeSet<>(names(new Recovery(memory).find())));
    }

    @Test
    void whatIsSavedNeedsNoCopy() throws IOException {
        Recovery window = new Recovery(memory);
        ExperimentDocument document = changed("saved");
        window.keep(document);
        assertEquals(1, copies().size());
        document.save(memory.resolve("saved.json"));
        window.keep(document);
        assertEquals(List.of(), files());
    }

    @Test
    void whatTheFileHoldsByNowIsNotOffered() throws IOException {
        Recovery window = new Recovery(memory);
        ExperimentDocument document = changed("saved");
        document.save(memory.resolve("saved.json"));
        document.set("training.epochs", "7");
        window.keep(document);
        document.save(memory.resolve("saved.json"));
        window.release();
        assertEquals(List.of(), names(new Recovery(memory).find()));
        assertEquals(List.of(), files());
    }

    @Test
    void aCopyGoesOnAsTheDocumentOfItsFileAndSavingAsksAboutWhatChangedMeanwhile() throws IOException {
        Path file = memory.resolve("a.json");
        ExperimentDocument document = changed("a");
        document.save(file);
        document.set("training.epochs", "7");
        Recovery window = new Recovery(memory);
        window.keep(document);
        window.release();

        AbandonedCopy same = new Recovery(memory).find().copies().getFirst();
        assertEquals(document.config(), same.document().config());
        assertEquals(
                Optional.of(file.toAbsolutePath()),
                same.document().fileProperty().get());
        assertEquals(KnownFile.Change.NONE, same.document().changeOutside());
        same.claim().release();

        Files.writeString(file, "{}");
        AbandonedCopy other = new Recovery(memory).find().copies().getFirst();
        assertEquals(KnownFile.Change.CHANGED, other.document().changeOutside());
    }

    @Test
    void aCopyThatCannotBeReadIsSetAsideWholeAndNamed() throws IOException {
        Recovery window = new Recovery(memory);
        window.keep(changed("newer"));
        Path copy = copies().getFirst();
        String text = Files.readString(copy).replace("\"experiment\"", "\"experimentOfTheFuture\"");
        Files.writeString(copy, text);
        window.release();
        Path latin1 = copy.resolveSibling("unsaved-latin1.json");
        Files.write(latin1, new byte[] {'{', (byte) 0xe9, '}'});

        Recovery.Left left = new Recovery(memory).find();
        assertEquals(List.of(), names(left));
        assertEquals(
                Set.of(copy.getFileName(), latin1.getFileName()),
                left.unreadable().stream().map(Path::getFileName).collect(Collectors.toSet()));
        for (Path aside : left.unreadable()) {
            assertTrue(aside.getFileName().equals(latin1.getFileName())
                    || Files.readString(aside).equals(text));
        }
        assertEquals(List.of(), files());
        assertEquals(List.of(), new Recovery(memory).find().unreadable(), "told once");
    }

    @Test
    void theOneCopyOfEarlierVersionsIsOffered() throws IOException {
        Recovery window = new Recovery(memory);
        window.keep(changed("earlier"));
        Path copy = copies().getFirst();
        String text = Files.readString(copy).replaceFirst(" *\"savedSha256\" : null,\\R", "");
        assertFalse(text.contains("savedSha256"));
        window.letGo();
        Files.writeString(memory.resolve("unsaved-experiment.json"), text);

        assertEquals(List.of("earlier"), names(new Recovery(memory).find()));
        assertFalse(Files.exists(memory.resolve("unsaved-experiment.json")));
    }

    @Test
    void locksWithoutACopyAreTidiedUp() throws IOException {
        Files.createDirectories(memory.resolve("unsaved"));
        Files.createFile(memory.resolve("unsaved/unsaved-0.lock"));
        CopyClaim living = CopyClaim.fresh(memory.resolve("unsaved"));
        new Recovery(memory).find();
        assertEquals(1, files().size(), "that of a window which has not written its copy yet");
        living.delete();
        assertEquals(List.of(), files());
    }

    @Test
    void aFolderThatCannotBeMadeIsNamedInOneLine() throws IOException {
        Path file = Files.createFile(memory.resolve("file"));
        BadInputException refused =
                assertThrows(BadInputException.class, () -> new Recovery(file).keep(changed("lost")));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(file.resolve("unsaved") + ": cannot be written ("));
        assertEquals(List.of(), names(new Recovery(file).find()));
    }

    private Process window(String name) throws IOException {
        Process process = CopyKeeper.start(memory, name);
        processes.add(process);
        return process;
    }

    private static ExperimentDocument changed(String name) {
        ExperimentDocument document =
                ExperimentDocument.unsaved(Template.quickStart().config());
        document.set("name", "\"" + name + "\"");
        return document;
    }

    private static List<String> names(Recovery.Left left) {
        return left.copies().stream()
                .map(copy -> String.valueOf(copy.document().config().name()))
                .toList();
    }

    private List<Path> copies() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".json"))
                .toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(memory.resolve("unsaved"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
