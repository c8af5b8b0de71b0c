package dev.lamina.ui.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.data.source.DataCard;
import dev.lamina.data.source.ImageFolder;
import dev.lamina.data.source.Mnist;
import dev.lamina.message.Language;
import dev.lamina.setting.RecordFiles;
import dev.lamina.ui.fx.Appearance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that is missing is found before Run, and there is a way to it. */
class MissingDataTest {
    private static final String CONFIG = """
            {"name": "needs data", "data": {"source": %s},
             "network": {"preset": {"type": "mlp", "hiddenWidths": [8]}}, "backend": {"threads": 1}}""";

    @TempDir
    private Path folder;

    @Test
    void runWaitsForADataSetAndGoesOnceItsFolderIsNamed() throws Exception {
        try (Screen screen = open(Language.ENGLISH, "{\"type\": \"mnist\"}")) {
            assertTrue(screen.find("#run").isDisabled());
            assertEquals(
                    Mnist.CARD.title() + " is not on this machine yet",
                    screen.fx(() -> screen.workbench.hindranceProperty().get()));
            assertTrue(screen.find("#data-banner").isVisible());
            assertTrue(bannerText(screen).contains("MNIST"), bannerText(screen));
            assertTrue(screen.find("#data-download").isVisible());
            assertFalse(screen.find("#data-stop").isVisible());

            Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
            screen.dialogs.file = Optional.of(elsewhere);
            screen.press("data-choose");
            screen.layout();
            assertTrue(bannerText(screen).contains(elsewhere.toString()), bannerText(screen));
            assertTrue(bannerText(screen).contains("train-images"), bannerText(screen));
            assertTrue(screen.find("#run").isDisabled());

            DataCard.Published published = Mnist.CARD.published().orElseThrow();
            Path there = Files.createDirectories(elsewhere.resolve(published.folder()));
            for (var file : published.files()) {
                Files.createFile(there.resolve(file.name()));
            }
            screen.press("data-choose");
            screen.layout();
            assertFalse(screen.find("#data-banner").isVisible());
            assertFalse(screen.find("#run").isDisabled());
            assertEquals(
                    elsewhere.toString(),
                    screen.fx(() -> screen.workbench.preferences().dataFolder()));
        }
    }

    @Test
    void aFolderOfPicturesThatIsNotThereIsChosenAnew() throws Exception {
        String source = "{\"type\": \"image-folder\", \"path\": \"/no/such/folder\"}";
        try (Screen screen = open(Language.CHINESE, source)) {
            assertTrue(screen.find("#run").isDisabled());
            assertTrue(bannerText(screen).contains("/no/such/folder"), bannerText(screen));
            assertFalse(screen.find("#data-download").isVisible());
            screen.dialogs.file = Optional.of(folder.resolve("mine"));
            screen.press("data-choose");
            screen.layout();
            ImageFolder chosen = (ImageFolder) screen.fx(() -> screen.workbench
                    .documentProperty()
                    .get()
                    .orElseThrow()
                    .config()
                    .data()
                    .source());
            assertEquals(folder.resolve("mine").toString(), chosen.path());
        }
    }

    @Test
    void theReasonIsToldInTheLanguageOfTheWindow() throws Exception {
        try (Screen screen = open(Language.CHINESE, "{\"type\": \"mnist\"}")) {
            assertEquals(
                    "本机尚无 " + Mnist.CARD.title(),
                    screen.fx(() -> screen.workbench.hindranceProperty().get()));
            assertTrue(bannerText(screen).startsWith("本机没有 " + Mnist.CARD.title()), bannerText(screen));
        }
    }

    private Screen open(Language language, String source) throws Exception {
        Path data = folder.resolve("data");
        Screen screen = Screen.open(folder, Appearance.LIGHT, language, new DataLocation(List.of(data), data));
        ExperimentConfig config =
                RecordFiles.parse(CONFIG.formatted(source), "test", ExperimentConfig.class, List.of());
        screen.fx(() -> {
            screen.workbench.show(ExperimentDocument.unsaved(config));
            return null;
        });
        screen.layout();
        return screen;
    }

    private static String bannerText(Screen screen) throws Exception {
        return ((Labeled) screen.find("#data-banner > .label")).getText();
    }
}
