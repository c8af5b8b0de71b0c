package dev.lamina.ui.teach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.fx.Appearance;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The laboratory as a person meets it. */
@ExtendWith(FxToolkit.class)
class PlaneLabTest {
    @TempDir
    Path folder;

    private static double slider(LabScreen screen, String id) throws Exception {
        Slider slider = (Slider) screen.find(id);
        return screen.fx(slider::getValue);
    }

    @Test
    void itTrainsAndIsSeenToAndGoesBackInTime() throws Exception {
        try (LabScreen screen = LabScreen.open(1280, 720, Appearance.LIGHT, Language.ENGLISH)) {
            screen.await(() -> screen.lab.step() > 30 && screen.lab.pictures() > 2);
            LabScreens.press(screen, "#lab-play");
            screen.await(() -> screen.lab.settled());
            long stood = screen.lab.step();
            Slider time = (Slider) screen.find("#lab-time");
            screen.await(() -> time.getValue() == time.getMax());
            screen.fx(() -> {
                time.setValue(0);
                return null;
            });
            screen.await(() -> screen.lab.step() == 0);
            LabScreens.press(screen, "#lab-step");
            screen.await(() -> screen.lab.step() == 1);
            assertTrue(stood > 30);
            Path file = folder.resolve("lab.png");
            screen.writePng(file);
            assertTrue(Files.size(file) > 20_000 && ImageIO.read(file.toFile()).getWidth() == 1280);
        }
    }

    @Test
    void otherDataIsTrainedOnWithoutStartingAnewAndAnotherNetworkFromTheStart() throws Exception {
        try (LabScreen screen = LabScreen.open(1600, 1000, Appearance.DARK, Language.CHINESE)) {
            screen.await(() -> screen.lab.step() > 20);
            LabScreens.press(screen, "#data-xor");
            screen.await(() -> screen.lab.stepsInAll() > screen.lab.step() && screen.lab.step() > 5);
            Slider depth = (Slider) screen.find("#lab-depth");
            screen.fx(() -> {
                depth.setValue(1);
                return null;
            });
            screen.await(() -> screen.lab.stepsInAll() == screen.lab.step() && screen.lab.step() > 5);
            assertEquals(1, slider(screen, "#lab-depth"));
        }
    }

    @Test
    void twinsAreToldTheSameAndWaitAtTheSameStep() throws Exception {
        try (LabScreen screen = LabScreen.open(1280, 720, Appearance.LIGHT, Language.ENGLISH)) {
            LabScreens.choose(screen, TwinPreset.SOFTMAX_SVM);
            screen.await(() -> screen.lab.step() > 20);
            LabScreens.press(screen, "#lab-play");
            screen.await(() -> screen.lab.settled());
            assertTrue(screen.lab.step() > 20);
        }
    }

    @Test
    void ownPointsBeginWithAWordOnHowToPutThem() throws Exception {
        try (LabScreen screen = LabScreen.open(1280, 720, Appearance.LIGHT, Language.ENGLISH)) {
            LabScreens.press(screen, "#data-own");
            Label fault = (Label) screen.find("#lab-fault");
            screen.await(() -> fault.getText().startsWith("Click on the plane"));
            assertFalse(fault.getText().isEmpty());
        }
    }
}
