package dev.lamina.ui.editor;

import dev.lamina.ui.help.WhatIsThis;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What can be put on the canvas, in sections, with a field to search it. */
final class Palette extends VBox {
    /** What a person does with an entry. */
    interface Actions {
        /** Holds it at a point of the scene. */
        void drag(PaletteEntry entry, double sceneX, double sceneY);

        /** Lets it go. */
        void drop(PaletteEntry entry, double sceneX, double sceneY);

        /** Adds it without a place, as from the keyboard. */
        void add(PaletteEntry entry);
    }

    private final Phrases phrases;
    private final Actions actions;
    private final TextField search = new TextField();
    private final VBox sections = new VBox();
    private final Map<Kind, Boolean> collapsed = new EnumMap<>(Kind.class);

    Palette(Phrases phrases, Actions actions) {
        this.phrases = phrases;
        this.actions = actions;
        setId("palette");
        getStyleClass().add("palette");
        search.setId("palette-search");
        search.textProperty().addListener(_ -> fill());
        sections.getStyleClass().add("palette-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(search, scroll);
        relabel();
    }

    /** Writes everything anew, in the language of now. */
    void relabel() {
        search.setPromptText(phrases.get("palette.search"));
        search.setTooltip(new Tooltip(phrases.get("palette.search.tip")));
        search.setAccessibleText(phrases.get("palette.search"));
        fill();
    }

    private void fill() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        Map<Kind, List<PaletteEntry>> found = new EnumMap<>(Kind.class);
        for (PaletteEntry entry : PaletteEntry.all()) {
            String name = (entry.name(phrases) + " " + entry.typeId()).toLowerCase(Locale.ROOT);
            if (name.contains(wanted)) {
                Kind section = entry.kind() == Kind.INPUT ? Kind.LAYER : entry.kind();
                found.computeIfAbsent(section, _ -> new ArrayList<>()).add(entry);
            }
        }
        sections.getChildren().clear();
        found.forEach((kind, entries) -> sections.getChildren().add(section(kind, entries)));
    }

    private TitledPane section(Kind kind, List<PaletteEntry> entries) {
        VBox items = new VBox();
        items.getStyleClass().add("palette-items");
        entries.forEach(entry -> items.getChildren().add(item(entry)));
        TitledPane pane = new TitledPane(phrases.get("palette." + kind.name().toLowerCase(Locale.ROOT)), items);
        pane.getStyleClass().addAll("dense", "palette-section");
        pane.setAnimated(false);
        pane.setExpanded(!collapsed.getOrDefault(kind, false));
        pane.expandedProperty().addListener((_, _, open) -> collapsed.put(kind, !open));
        return pane;
    }

    private HBox item(PaletteEntry entry) {
        Label name = new Label(entry.name(phrases));
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        HBox item = new HBox(8, entry.glyph(), name);
        item.setId("palette-" + entry.typeId() + (entry.repeated().isEmpty() ? "" : "-" + entry.repeated()));
        item.setAlignment(Pos.CENTER_LEFT);
        item.setFocusTraversable(true);
        item.setAccessibleText(name.getText());
        item.getStyleClass().addAll("palette-item", entry.kind().styleClass());
        WhatIsThis.explain(item, () -> phrases.explained(entry.sample()));
        Tooltip.install(item, new Tooltip(name.getText() + "\n" + phrases.get("palette.item.tip")));
        item.setOnMousePressed(event -> {
            item.requestFocus();
            event.consume();
        });
        item.setOnMouseDragged(event -> {
            actions.drag(entry, event.getSceneX(), event.getSceneY());
            event.consume();
        });
        item.setOnMouseReleased(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                actions.drop(entry, event.getSceneX(), event.getSceneY());
            }
            event.consume();
        });
        item.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                actions.add(entry);
            }
        });
        item.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                actions.add(entry);
                event.consume();
            }
        });
        return item;
    }
}
