package dev.lamina.ui.teach;

import dev.lamina.message.Language;
import dev.lamina.ui.fx.Appearance;
import java.nio.file.Path;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;

/** Pictures of the laboratory of the plane: both looks, both languages, two sizes. */
final class LabScreens {
    private LabScreens() {}

    public static void main(String[] args) throws Exception {
        Path target = Path.of(args.length > 0 ? args[0] : "target/screens");
        try (LabScreen screen = LabScreen.open(1400, 860, Appearance.LIGHT, Language.ENGLISH)) {
            screen.await(() -> screen.lab.step() > 300);
            screen.writePng(target.resolve("lab-light.png"));
            press(screen, "#data-spirals");
            press(screen, "#layer-gbr-field");
            press(screen, "#layer-arrows");
            screen.await(() -> screen.lab.step() < 300 && screen.lab.step() > 150);
            screen.writePng(target.resolve("lab-spirals-gbr.png"));
        }
        try (LabScreen screen = LabScreen.open(1280, 720, Appearance.DARK, Language.CHINESE)) {
            choose(screen, TwinPreset.SOFTMAX_SVM);
            press(screen, "#layer-margin");
            screen.await(() -> screen.lab.step() > 300);
            screen.writePng(target.resolve("lab-twin-dark-chinese.png"));
        }
        System.exit(0);
    }

    static void press(LabScreen screen, String selector) throws Exception {
        ButtonBase button = (ButtonBase) screen.find(selector);
        screen.fx(() -> {
            button.fire();
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    static void choose(LabScreen screen, TwinPreset preset) throws Exception {
        ComboBox<TwinPreset> box = (ComboBox<TwinPreset>) screen.find("#lab-twin");
        screen.fx(() -> {
            box.setValue(preset);
            return null;
        });
    }
}
