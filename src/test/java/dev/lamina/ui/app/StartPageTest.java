package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.data.DataLocation;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Preferences;
import dev.lamina.ui.fx.PreferencesFile;
import dev.lamina.ui.run.RunCurves;
import dev.lamina.ui.run.RunEntry;
import dev.lamina.ui.run.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window begins with. */
class StartPageTest {
    @TempDir
    private Path folder;

    private Screen open() throws Exception {
        Path nothing = folder.resolve("no-data");
        return Screen.open(folder, Appearance.LIGHT, Language.ENGLISH, new DataLocation(List.of(nothing), nothing));
    }

    private static List<String> texts(Screen screen, String selector) throws Exception {
        return screen.fx(() -> screen.workbench.lookupAll(selector).stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    @Test
    void theQuickStartComesFirstAndACardSaysWhetherItRunsHereNow() throws Exception {
        try (Screen screen = open()) {
            screen.layout();
            Node first = screen.fx(() -> screen.workbench.lookup(".template-card"));
            assertEquals("template-quickstart", first.getId());
            assertTrue(texts(screen, "#template-quickstart .badge").contains("runs here now"));
            assertTrue(texts(screen, "#template-cifar10-resnet20 .badge").contains("needs CIFAR-10"));
            assertFalse(screen.find("#template-quickstart .card-download").isVisible());
            assertTrue(screen.find("#template-cifar10-resnet20 .card-download").isVisible());
        }
    }

    @Test
    void theLastRunsStandThereAndOneOpensItsExperiment() throws Exception {
        try (Screen screen = open()) {
            Path run = folder.resolve("runs/earlier");
            Files.createDirectories(run);
            Files.writeString(
                    run.resolve("config.json"),
                    RecordFiles.write(Template.quickStart().config()));
            RunEntry entry = new RunEntry("earlier", run, new RunCurves(), RunState.FINISHED);
            screen.fx(() -> {
                screen.workbench.runs().entries().add(entry);
                screen.workbench.showStart();
                return null;
            });
            screen.layout();
            Hyperlink link = screen.fx(() -> links(screen.workbench, "earlier"));
            screen.fx(() -> {
                link.fire();
                return null;
            });
            assertTrue(screen.fx(() -> entry.shownProperty().get()));
            assertEquals(
                    Template.quickStart().config(),
                    screen.workbench.documentProperty().get().orElseThrow().config());
        }
    }

    private static Hyperlink links(Parent parent, String text) {
        return parent.lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFolderOfRunsIsShownChangedAndRemembered() throws Exception {
        try (Screen screen = open()) {
            Path usual = screen.services.runs().toAbsolutePath();
            assertEquals(usual.toString(), ((Label) screen.find("#run-folder")).getText());
            Path other = folder.resolve("elsewhere");
            screen.dialogs.runFolder = other;
            screen.fx(() -> {
                ((Button) screen.workbench.lookup("#start-runFolder")).fire();
                return null;
            });
            assertEquals(other.toString(), ((Label) screen.find("#run-folder")).getText());
            Preferences now = screen.fx(screen.workbench::preferences);
            PreferencesFile file = new PreferencesFile(folder.resolve("kept"));
            file.write(now);
            assertEquals(List.of(other, usual), new RunPlaces(screen.services.runs()).all(file.read()));
        }
    }

    @Test
    void runsGoToTheProjectsFolderWhereThereIsOneElseToTheUsers() throws Exception {
        Path home = folder.resolve("home");
        assertEquals(
                home.resolve("Lamina/runs"),
                RunPlaces.standard(folder.resolve("p"), home).usual());
        Files.createDirectories(folder.resolve("p/runs"));
        assertEquals(
                folder.resolve("p/runs"),
                RunPlaces.standard(folder.resolve("p"), home).usual());
    }

    @Test
    void aRecentFileStandsThereWithItsDateAndFolder() throws Exception {
        Path file = Files.writeString(
                folder.resolve("mine.json"),
                RecordFiles.write(Template.quickStart().config()));
        try (Screen screen = open()) {
            screen.fx(() -> {
                screen.workbench.open(file);
                screen.workbench.showStart();
                return null;
            });
            screen.layout();
            assertTrue(texts(screen, ".muted").stream()
                    .anyMatch(text -> text.matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}  .*")
                            && text.endsWith(folder.toString())));
        }
    }
}
