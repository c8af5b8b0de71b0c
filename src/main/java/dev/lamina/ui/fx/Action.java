package dev.lamina.ui.fx;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.binding.StringExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Something a person can do, by menu, tool bar and key.
 *
 * @param key of its texts: {@code KEY} names it, {@code KEY.tip} explains it
 * @param keys the keyboard's way to it
 * @param disabled while it is not possible
 * @param reason why it is not possible, empty where that is plain
 */
public record Action(
        String key,
        Ikon icon,
        KeyCombination keys,
        Runnable work,
        BooleanExpression disabled,
        StringExpression reason) {
    /** An action that is always possible. */
    public static Action of(String key, Ikon icon, String keys, Runnable work) {
        return new Action(
                key,
                icon,
                KeyCombination.keyCombination(keys),
                work,
                new SimpleBooleanProperty(false),
                new SimpleStringProperty(""));
    }

    public Action disabledBy(BooleanExpression condition) {
        return new Action(key, icon, keys, work, condition, reason);
    }

    public Action disabledBy(BooleanExpression condition, StringExpression why) {
        return new Action(key, icon, keys, work, condition, why);
    }

    public MenuItem menuItem(Texts texts) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(texts.of(key));
        item.setGraphic(new FontIcon(icon));
        item.setAccelerator(keys);
        item.setOnAction(_ -> work.run());
        item.disableProperty().bind(disabled);
        return item;
    }

    /** A button for tool bars; its tooltip also shows while it is disabled, and then says why. */
    public Node button(Texts texts, String... styles) {
        return button(texts, texts.of(key), styles);
    }

    /** The same with another name, as one that says what it does now. */
    public Node button(Texts texts, ObservableValue<String> name, String... styles) {
        Button button = new Button();
        button.setId(key);
        button.textProperty().bind(name);
        button.setGraphic(new FontIcon(icon));
        button.setContentDisplay(styles.length == 0 ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        button.getStyleClass().addAll(styles.length == 0 ? new String[] {"flat", "button-icon"} : styles);
        button.setOnAction(_ -> work.run());
        button.disableProperty().bind(disabled);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(key + ".tip") + " (" + keys.getDisplayText() + ")"
                                + (disabled.get() && !reason.get().isEmpty() ? "\n" + reason.get() : ""),
                        texts.languageProperty(),
                        disabled,
                        reason));
        button.setAccessibleText(texts.get(key));
        // A disabled node gets no mouse events, its parent does.
        StackPane holder = new StackPane(button);
        Tooltip.install(holder, tooltip);
        return holder;
    }
}
