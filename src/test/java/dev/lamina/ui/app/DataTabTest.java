package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.picture.PictureFiles;
import dev.lamina.data.source.ImageFolder;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Data tab, driven: what a folder holds is said below its settings as soon as it is named, in the window's language. */
class DataTabTest {
    private static final String CONFIG = """
            {"name": "pets", "data": {"source": {"type": "image-folder", "path": "%s", "testFraction": 0.5}},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [8]}}, "backend": {"threads": 1}}""";

    @TempDir
    private Path folder;

    @Test
    void whatIsFoundAndLeftOutIsSaidForTheFolderThatIsTyped() throws Exception {
        Path pets = pictures("pets", "cat/1.png", "cat/2.png", "dog/1.png", "dog/2.png");
        Files.writeString(pets.resolve("dog/3.webp"), "something");
        Path birds = pictures("birds", "train/emu/1.png", "train/owl/1.png", "train/owl/2.png", "test/owl/1.png");
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument document = show(screen, pets);
            assertEquals(
                    List.of(
                            "2 training and 2 test pictures found in 2 classes",
                            "! left out: 1 .webp (dog: 1); convert .webp to PNG or JPEG to have them read"),
                    said(screen));

            TextField path = (TextField) screen.find("#data-source-path");
            for (String typed : List.of(folder.resolve("bir").toString(), birds.toString())) {
                screen.fx(() -> {
                    path.setText(typed);
                    return null;
                });
                screen.layout();
                boolean there = typed.equals(birds.toString());
                assertEquals(!there, screen.find("#run").isDisabled());
                assertEquals(!there, screen.find("#data-banner").isVisible());
            }
            assertEquals(
                    birds.toString(), ((ImageFolder) document.config().data().source()).path());
            assertEquals(
                    List.of(
                            "3 training and 1 test pictures found in 2 classes",
                            "! classes without a test example, which are never tested: emu"),
                    said(screen));

            screen.fx(() -> {
                screen.services.texts().languageProperty().set(Language.CHINESE);
                return null;
            });
            screen.layout();
            assertEquals("2 个类别中有 3 张训练图像和 1 张测试图像", said(screen).getFirst());
            assertFalse(said(screen).getLast().contains("classes"), said(screen).getLast());
        }
    }

    @Test
    void dataOfWhichNothingIsToBeSaidLeavesNoGap() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.DARK, Language.ENGLISH)) {
            screen.fx(() -> {
                screen.workbench.show(
                        ExperimentDocument.unsaved(Template.quickStart().config()));
                return null;
            });
            select(screen);
            assertEquals(List.of(), said(screen));
            assertFalse(screen.find("#data-notices").isManaged());
        }
    }

    @Test
    void imagesStandThereFiveAClassStoredAndAugmentedWithTheirCounts() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            ExperimentDocument quick =
                    ExperimentDocument.unsaved(Template.quickStart().config());
            screen.fx(() -> {
                quick.set("data.source.trainCount", "200");
                quick.set("data.source.testCount", "50");
                screen.workbench.show(quick);
                return null;
            });
            select(screen);
            screen.layout();
            Parent preview = (Parent) screen.find("#data-preview");
            screen.await(() -> !preview.lookupAll(".class-count").isEmpty());
            assertEquals(10, screen.fx(() -> preview.lookupAll(".class-count").size()));
            boolean augmented = !quick.config().data().augmentations().isEmpty();
            assertEquals(
                    augmented ? 100 : 50,
                    screen.fx(() -> preview.lookupAll(".image-view").size()));
        }
    }

    @Test
    void pointsAreDrawnAndOfferNoFlips() throws Exception {
        try (Screen screen = Screen.open(folder, Appearance.LIGHT, Language.ENGLISH)) {
            screen.fx(() -> {
                screen.workbench.show(ExperimentDocument.unsaved(Template.all().stream()
                        .filter(template -> template.id().equals("spirals-mlp"))
                        .findFirst()
                        .orElseThrow()
                        .config()));
                return null;
            });
            select(screen);
            screen.layout();
            Parent preview = (Parent) screen.find("#data-preview");
            // The points are read beside the window's thread.
            screen.await(() -> preview.lookupAll("*").stream().anyMatch(Canvas.class::isInstance));
            assertNull(screen.find("#data-augmentations"));
            assertTrue(screen.find("#data-source") != null);
        }
    }

    private ExperimentDocument show(Screen screen, Path pictures) throws Exception {
        ExperimentDocument document = ExperimentDocument.unsaved(
                RecordFiles.parse(CONFIG.formatted(pictures), "test", ExperimentConfig.class, List.of()));
        screen.fx(() -> {
            screen.workbench.show(document);
            return null;
        });
        select(screen);
        assertTrue(screen.find("#data-notices").isVisible());
        return document;
    }

    private static void select(Screen screen) throws Exception {
        screen.fx(() -> {
            TabPane tabs = (TabPane) screen.workbench.experimentPane();
            tabs.getSelectionModel()
                    .select(tabs.getTabs().stream()
                            .filter(tab -> "tab-data".equals(tab.getId()))
                            .findFirst()
                            .orElseThrow());
            return null;
        });
        screen.layout();
    }

    /** Line by line, warnings with a mark. */
    private static List<String> said(Screen screen) throws Exception {
        Parent notices = (Parent) screen.find("#data-notices");
        return screen.fx(() -> notices.getChildrenUnmodifiable().stream()
                .map(Label.class::cast)
                .map(label -> (label.getStyleClass().contains("data-warning") ? "! " : "") + label.getText())
                .toList());
    }

    private Path pictures(String name, String... files) throws IOException {
        for (String file : files) {
            Path path = folder.resolve(name).resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, PictureFiles.written(new BufferedImage(8, 8, BufferedImage.TYPE_3BYTE_BGR), "png"));
        }
        return folder.resolve(name);
    }
}
