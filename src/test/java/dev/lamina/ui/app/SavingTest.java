package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.log.ErrorReport;
import dev.lamina.log.UncaughtErrors;
import dev.lamina.message.Language;
import dev.lamina.ui.fx.Appearance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two windows, a crash, a file changed elsewhere, an error: nothing is lost, and it is said. */
class SavingTest {
    private static final String ELSEWHERE = "{\"name\": \"by someone else\"}";

    @TempDir
    private Path folder;

    @Test
    void savingOverAFileThatWasChangedElsewhereAsksAndDoesAsIsAnswered() throws Exception {
        Path file = folder.resolve("a.json");
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = saved(screen, file);
            screen.fx(() -> document.set("training.epochs", "7"));
            screen.press("save");
            assertEquals(List.of(), asked(screen, "changed"), "nobody else wrote it");

            Files.writeString(file, ELSEWHERE);
            screen.fx(() -> document.set("training.epochs", "8"));
            screen.press("save");
            assertEquals(List.of("changed a.json"), asked(screen, "changed"));
            assertEquals(ELSEWHERE, Files.readString(file));
            assertTrue(screen.fx(() -> document.changedProperty().get()));

            screen.dialogs.overwriting = Dialogs.Overwriting.ELSEWHERE;
            screen.dialogs.file = Optional.of(folder.resolve("b.json"));
            screen.press("save");
            assertEquals(ELSEWHERE, Files.readString(file));
            assertEquals(8, epochsIn(folder.resolve("b.json")));

            Files.writeString(folder.resolve("b.json"), ELSEWHERE);
            screen.fx(() -> document.set("training.epochs", "9"));
            screen.dialogs.overwriting = Dialogs.Overwriting.OVERWRITE;
            screen.press("save");
            assertEquals(9, epochsIn(folder.resolve("b.json")));
            assertFalse(screen.fx(() -> document.changedProperty().get()));
        }
    }

    @Test
    void savingAFileThatWasDeletedElsewhereAsks() throws Exception {
        Path file = folder.resolve("a.json");
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = saved(screen, file);
            Files.delete(file);
            screen.fx(() -> document.set("training.epochs", "7"));
            screen.press("save");
            assertEquals(List.of("deleted a.json"), asked(screen, "deleted"));
            assertFalse(Files.exists(file));
            screen.dialogs.overwriting = Dialogs.Overwriting.OVERWRITE;
            screen.press("save");
            assertEquals(7, epochsIn(file));
        }
    }

    @Test
    void aFileThatHoldsByNowWhatIsToBeSavedNeedsNoQuestion() throws Exception {
        Path file = folder.resolve("a.json");
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = saved(screen, file);
            screen.fx(() -> document.set("training.epochs", "7"));
            Files.writeString(file, document.text());
            screen.press("save");
            assertEquals(List.of(), asked(screen, "changed"));
        }
    }

    @Test
    void aFileThatWasChangedElsewhereIsReadAgainOnRequest() throws Exception {
        Path file = folder.resolve("a.json");
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = saved(screen, file);
            look(screen);
            assertNull(screen.find("#outside-reload"));
            Files.writeString(file, document.text().replaceFirst("\"epochs\" : \\d+", "\"epochs\" : 77"));
            look(screen);
            press(screen, "#outside-reload");
            assertEquals(
                    77,
                    screen.fx(() -> screen.workbench.documentProperty().get().orElseThrow())
                            .config()
                            .training()
                            .epochs());
            screen.layout();
            assertNull(screen.find("#outside-reload"));
        }
    }

    @Test
    void aChangeThatComesAgainAfterSavingIsToldAgain() throws Exception {
        Path file = folder.resolve("a.json");
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = saved(screen, file);
            Files.writeString(file, ELSEWHERE);
            look(screen);
            press(screen, "#dismiss");
            screen.dialogs.overwriting = Dialogs.Overwriting.OVERWRITE;
            screen.fx(() -> document.set("training.epochs", "7"));
            screen.press("save");
            Files.writeString(file, ELSEWHERE);
            look(screen);
            assertNotNull(screen.find("#outside-reload"));
        }
    }

    @Test
    void copiesOfKilledWindowsAreOfferedOneByOneAndNoneIsLostOnTheWay() throws Exception {
        Path memory = folder.resolve("memory");
        Process living = CopyKeeper.start(memory, "living");
        try {
            CopyKeeper.start(memory, "first").destroyForcibly().waitFor();
            Files.setLastModifiedTime(onlyFree(memory), FileTime.fromMillis(System.currentTimeMillis() - 60_000));
            CopyKeeper.start(memory, "second").destroyForcibly().waitFor();
            try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
                assertTrue(offer(screen).startsWith("“second” was not saved"), offer(screen));
                assertTrue(offer(screen).endsWith("(1 more)"), offer(screen));
                // Without a yes to the question nothing happens.
                press(screen, "#recovery-discard");
                assertTrue(offer(screen).startsWith("“second”"));
                screen.dialogs.closing = Dialogs.Closing.DISCARD;
                press(screen, "#recovery-discard");
                assertTrue(offer(screen).startsWith("“first”"), offer(screen));
                press(screen, "#recovery-restore");
                ExperimentDocument document = screen.fx(
                        () -> screen.workbench.documentProperty().get().orElseThrow());
                assertEquals("first", document.config().name());
                assertTrue(screen.fx(() -> document.changedProperty().get()));
                assertNull(screen.find("#recovery"));
                assertEquals(2, copies(memory).size(), "the living window's, and the one that is open now");
                screen.dialogs.file = Optional.of(folder.resolve("first.json"));
                screen.dialogs.closing = Dialogs.Closing.SAVE;
                screen.fx(() -> {
                    screen.workbench.close(() -> {});
                    return null;
                });
                assertEquals(
                        "first",
                        ExperimentDocument.open(folder.resolve("first.json"))
                                .config()
                                .name());
                assertEquals(1, copies(memory).size(), "the living window's");
            }
        } finally {
            living.destroyForcibly();
        }
    }

    @Test
    void aCopyThatCannotBeReadIsNamedInTheWindow() throws Exception {
        Path unsaved = Files.createDirectories(folder.resolve("memory/unsaved"));
        Files.writeString(unsaved.resolve("unsaved-1.json"), "{\"experiment\": {\"layers\": \"of the future\"}}");
        try (Screen screen = Screen.open(folder, Appearance.DARK, Language.CHINESE)) {
            screen.layout();
            String text = screen.fx(() -> ((Labeled) screen.workbench.lookup("#notices .banner .label")).getText());
            assertTrue(
                    text.endsWith(unsaved.resolve("unreadable/unsaved-1.json").toString()), text);
            assertTrue(text.startsWith("有一个未保存的实验"), text);
            press(screen, "#recovery-showFolder");
            assertEquals(List.of("show unreadable"), asked(screen, "show"));
            press(screen, "#dismiss");
            assertNull(screen.find("#recovery-showFolder"));
        }
    }

    @Test
    void anErrorThatNobodyExpectedIsShownWithAReportToCopy() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            UncaughtErrors errors =
                    new UncaughtErrors(report -> screen.services.fx().execute(() -> screen.workbench.show(report)));
            Thread failing = Thread.ofPlatform()
                    .name("training")
                    .uncaughtExceptionHandler(errors)
                    .start(() -> {
                        throw new IllegalStateException("the reservoir is empty");
                    });
            failing.join();
            screen.layout();
            press(screen, "#error-copy");
            String report = screen.dialogs.copied.getFirst();
            assertTrue(report.contains("thread: training"), report);
            assertTrue(report.contains("IllegalStateException: the reservoir is empty\n\tat "), report);
            screen.fx(() -> {
                screen.workbench.show(ErrorReport.of(Thread.currentThread(), new AssertionError("again")));
                return null;
            });
            assertEquals(
                    "Something failed unexpectedly: java.lang.IllegalStateException: the reservoir is empty"
                            + " (and 1 time more)",
                    screen.fx(() -> ((Labeled) screen.workbench.lookup(".error-banner .label")).getText()));
        }
    }

    private static ExperimentDocument saved(Screen screen, Path file) throws Exception {
        ExperimentDocument document =
                ExperimentDocument.unsaved(Template.quickStart().config());
        document.save(file);
        screen.fx(() -> {
            screen.workbench.open(file);
            return null;
        });
        screen.layout();
        return screen.fx(() -> screen.workbench.documentProperty().get().orElseThrow());
    }

    private static void look(Screen screen) throws Exception {
        screen.fx(() -> {
            screen.workbench.lookOutside();
            return null;
        });
        screen.layout();
        screen.layout();
    }

    private static void press(Screen screen, String selector) throws Exception {
        Button button = (Button) screen.find(selector);
        assertNotNull(button, selector);
        screen.fx(() -> {
            button.fire();
            return null;
        });
        screen.layout();
    }

    private static String offer(Screen screen) throws Exception {
        return screen.fx(() -> ((Labeled) ((Pane) screen.workbench.lookup("#recovery"))
                        .getChildren()
                        .getFirst())
                .getText());
    }

    private static List<String> asked(Screen screen, String about) {
        return screen.dialogs.asked.stream()
                .filter(question -> question.startsWith(about + " "))
                .toList();
    }

    private static int epochsIn(Path file) {
        return ExperimentDocument.open(file).config().training().epochs();
    }

    private static List<Path> copies(Path memory) throws Exception {
        try (Stream<Path> files = Files.list(memory.resolve("unsaved"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        }
    }

    /** The copy that no living window holds. */
    private static Path onlyFree(Path memory) throws Exception {
        for (Path copy : copies(memory)) {
            Optional<CopyClaim> claim = CopyClaim.of(copy);
            if (claim.isPresent()) {
                claim.get().release();
                return copy;
            }
        }
        throw new AssertionError("no copy is free");
    }
}
