package dev.lamina.ui.app;

import dev.lamina.experiment.worker.RunPlace;
import dev.lamina.message.Language;
import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.Preferences;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** How the window looks, speaks and trains: what a person prefers. */
final class ViewActions {
    private final Texts texts;
    private final ObjectProperty<Preferences> preferences;
    private final Action follow;
    private final Action runPane;
    private final Action appearance =
            Action.of("appearance", Material2OutlinedAL.BRIGHTNESS_4, "Shortcut+Shift+D", this::otherAppearance);
    private final Action language =
            Action.of("language", Material2OutlinedMZ.TRANSLATE, "Shortcut+Shift+L", this::otherLanguage);

    /**
     * @param follow shows everything in every chart
     * @param runPane shows or folds the run pane, where it can be folded
     */
    ViewActions(Texts texts, ObjectProperty<Preferences> preferences, Runnable follow, Action runPane) {
        this.runPane = runPane;
        this.texts = texts;
        this.preferences = preferences;
        this.follow = Action.of("follow", Material2OutlinedMZ.ZOOM_OUT_MAP, "Shortcut+0", follow);
    }

    Action appearance() {
        return appearance;
    }

    Action language() {
        return language;
    }

    List<Action> all() {
        return List.of(runPane, follow, appearance, language);
    }

    private void otherAppearance() {
        Preferences now = preferences.get();
        preferences.set(now.with(now.appearance().other()));
    }

    private void otherLanguage() {
        Preferences now = preferences.get();
        preferences.set(now.with(now.language() == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH));
    }

    CheckMenuItem ownProcess() {
        CheckMenuItem item = new CheckMenuItem();
        item.setId("ownProcess");
        item.textProperty().bind(texts.of("ownProcess"));
        item.setAccelerator(KeyCombination.keyCombination("Shortcut+Shift+P"));
        item.setSelected(preferences.get().training().place() == RunPlace.OWN_PROCESS);
        item.selectedProperty().addListener((_, _, own) -> {
            Preferences now = preferences.get();
            preferences.set(now.with(now.training().with(own ? RunPlace.OWN_PROCESS : RunPlace.BY_BACKEND)));
        });
        return item;
    }
}
