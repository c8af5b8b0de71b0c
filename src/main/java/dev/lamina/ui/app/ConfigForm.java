package dev.lamina.ui.app;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.ui.form.SettingForm;
import dev.lamina.ui.form.SettingRows;
import dev.lamina.ui.form.Vocabulary;
import dev.lamina.ui.fx.Texts;
import java.util.function.Predicate;
import javafx.scene.control.ScrollPane;

/** Some of the open experiment's settings as a form that follows it from wherever it is changed. */
final class ConfigForm extends ScrollPane {
    private final Predicate<String> paths;
    private final SettingForm form;

    /** @param paths which settings, by dotted key */
    ConfigForm(Texts texts, ExperimentDocument document, Predicate<String> paths) {
        this.paths = paths;
        form = new SettingForm(new Vocabulary(texts), SettingForm.Arrangement.WIDE, document);
        form.getStyleClass().add("form");
        setContent(form);
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
        document.configProperty().addListener((_, _, config) -> show(config));
        show(document.config());
    }

    private void show(ExperimentConfig config) {
        form.show(SettingRows.of(config).stream()
                .filter(row -> paths.test(row.path()))
                .toList());
    }
}
