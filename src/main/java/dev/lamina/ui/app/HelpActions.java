package dev.lamina.ui.app;

import dev.lamina.experiment.LaminaBuild;
import dev.lamina.log.LogPlace;
import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The guide, the log file, what the program comes with, and what it is. */
final class HelpActions {
    private final List<Action> all;

    /** @param guide opens the guide */
    HelpActions(Texts texts, Dialogs dialogs, Runnable guide) {
        all = List.of(
                Action.of("guide", Material2OutlinedAL.HELP_OUTLINE, "Shift+F1", guide),
                Action.of(
                        "showLog",
                        Material2OutlinedAL.DESCRIPTION,
                        "Shortcut+Shift+G",
                        () -> dialogs.show(LogPlace.folder())),
                Action.of(
                        "licenses",
                        Material2OutlinedAL.COPYRIGHT,
                        "Shortcut+Shift+F1",
                        () -> dialogs.read(
                                texts.get("licenses"),
                                LaminaBuild.licenses(texts.languageProperty().get()))),
                Action.of(
                        "about",
                        Material2OutlinedAL.INFO,
                        "Shortcut+F1",
                        () -> dialogs.about(texts.get(
                                "about.text", LaminaBuild.current().version(), Runtime.version(), LogPlace.file()))));
    }

    List<Action> all() {
        return all;
    }
}
