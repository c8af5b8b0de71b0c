package dev.lamina.ui.editor;

import dev.lamina.graph.edit.Edit;
import dev.lamina.graph.edit.ReplaceActivations;
import dev.lamina.graph.edit.ReplaceHead;
import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.head.Head;
import dev.lamina.setting.SettingValues;
import dev.lamina.ui.form.StartValues;
import dev.lamina.ui.fx.Action;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The canvas's tools, which stand in the window's tool bar: clipboard, layout, zoom, and what changes the network everywhere at once. */
final class EditorTools {
    private final EditorCommands commands;
    private final NetworkCanvas canvas;
    private final Phrases phrases;
    private final ObservableList<javafx.scene.Node> items = FXCollections.observableArrayList();

    EditorTools(EditorCommands commands, NetworkCanvas canvas) {
        this.commands = commands;
        this.canvas = canvas;
        this.phrases = canvas.phrases();
        relabel();
    }

    /** Controls for a tool bar. */
    ObservableList<javafx.scene.Node> items() {
        return items;
    }

    /** Writes everything anew, in the language of now. */
    void relabel() {
        items.setAll(List.of(
                button(commands.cut),
                button(commands.copy),
                button(commands.paste),
                button(commands.duplicate),
                button(commands.remove),
                new Separator(Orientation.VERTICAL),
                button(commands.arrange),
                alignMenu(),
                button(commands.openOrClose),
                new Separator(Orientation.VERTICAL),
                replaceMenu(
                        "replaceActivations",
                        Material2MZ.SHOW_CHART,
                        Activation.class,
                        a -> new ReplaceActivations((Activation) a)),
                replaceMenu("replaceHead", Material2AL.CALL_SPLIT, Head.class, h -> new ReplaceHead((Head) h)),
                new Separator(Orientation.VERTICAL),
                button(commands.zoomOut),
                button(commands.zoomIn),
                button(commands.fit)));
    }

    private javafx.scene.Node button(Action action) {
        return action.button(phrases.texts());
    }

    private MenuButton alignMenu() {
        MenuButton menu = menu("align", Material2AL.ALIGN_VERTICAL_CENTER);
        commands.alignments.forEach(action -> menu.getItems().add(action.menuItem(phrases.texts())));
        return menu;
    }

    private MenuButton replaceMenu(String key, Ikon icon, Class<?> sealed, Function<Record, Edit> edit) {
        MenuButton menu = menu(key, icon);
        for (SettingValues.Choice choice : SettingValues.choices(sealed)) {
            MenuItem item = new MenuItem(phrases.typeName(choice.id()));
            item.setId(key + "-" + choice.id());
            item.setOnAction(_ -> {
                canvas.apply(edit.apply(StartValues.of(choice.type())));
                canvas.document().endGesture();
            });
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuButton menu(String key, Ikon icon) {
        MenuButton menu = new MenuButton("", new FontIcon(icon));
        menu.setId(key);
        menu.getStyleClass().addAll("flat", "button-icon", "tool-menu");
        menu.setTooltip(new Tooltip(phrases.get(key + ".tip")));
        menu.setAccessibleText(phrases.get(key + ".tip"));
        return menu;
    }
}
