package dev.lamina.ui.app;

import dev.lamina.data.DataLocation;
import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** What the window begins with: templates, experiments that were open before, the last runs, and the way to a file. */
final class StartPage extends ScrollPane {
    private final VBox content = new VBox(18);
    private final List<TemplateCard> cards;
    private final StartSide side;
    private final Supplier<DataLocation> where;

    /**
     * @param where data sets are looked for
     * @param use opens a template
     * @param get opens a template and downloads the data it needs
     * @param runFolder asks for another folder of runs
     */
    StartPage(
            Services services,
            Supplier<DataLocation> where,
            Consumer<Template> use,
            Consumer<Template> get,
            Action open,
            Runnable runFolder) {
        Texts texts = services.texts();
        this.where = where;
        this.side = new StartSide(texts, open, runFolder);
        this.cards = Template.all().stream()
                .map(template -> new TemplateCard(services, template, use, get))
                .toList();
        content.getStyleClass().add("start-page");
        VBox heading = new VBox(4, new Label("Lamina"), label(texts, "start.line", "start-line"));
        heading.getChildren().getFirst().getStyleClass().add("start-title");
        TilePane tiles = new TilePane(16, 16);
        tiles.setPrefColumns(4);
        tiles.setPrefTileHeight(TemplateCard.HEIGHT);
        tiles.setTileAlignment(Pos.TOP_LEFT);
        tiles.getChildren().setAll(cards);
        VBox templates = new VBox(10, label(texts, "start.templates", "section-title"), tiles);
        HBox.setHgrow(templates, Priority.ALWAYS);
        content.getChildren().addAll(heading, new HBox(36, templates, side));
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        getStyleClass().add("edge-to-edge");
    }

    StartSide side() {
        return side;
    }

    /** Offers something above all else. */
    void offer(Node banner) {
        content.getChildren().addFirst(banner);
    }

    void withdraw(Node banner) {
        content.getChildren().remove(banner);
    }

    /** Finds out anew which data is there. */
    void check() {
        DataLocation now = where.get();
        cards.forEach(card -> card.check(now));
    }

    private static Label label(Texts texts, String key, String style) {
        Label label = new Label();
        label.textProperty().bind(texts.of(key));
        label.getStyleClass().add(style);
        return label;
    }
}
