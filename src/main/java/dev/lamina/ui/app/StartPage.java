package dev.lamina.ui.app;

import dev.lamina.data.DataLocation;
import dev.lamina.data.source.Availability;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Action;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Readiness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** What the window begins with: templates, experiments that were open before, and the way to a file. */
final class StartPage extends ScrollPane {
    private static final double CARD_WIDTH = 282;
    private static final double PICTURE_HEIGHT = 112;
    private static final double CARD_HEIGHT = 214;
    private static final double LINE_HEIGHT = 36;

    private final Services services;
    private final Texts texts;
    private final Consumer<Template> useTemplate;
    private final VBox recent = new VBox(2);
    private final VBox content = new VBox(18);
    private final List<Runnable> checks = new ArrayList<>();
    private final Supplier<DataLocation> where;

    /** @param where data sets are looked for */
    StartPage(Services services, Supplier<DataLocation> where, Consumer<Template> useTemplate, Action open) {
        this.services = services;
        this.texts = services.texts();
        this.useTemplate = useTemplate;
        this.where = where;
        content.getStyleClass().add("start-page");
        VBox heading = new VBox(4, label("Lamina", "start-title"), label(texts, "start.line", "start-line"));
        TilePane cards = new TilePane(16, 16);
        cards.setPrefColumns(4);
        cards.setPrefTileHeight(CARD_HEIGHT);
        cards.setTileAlignment(Pos.TOP_LEFT);
        Template.all().forEach(template -> cards.getChildren().add(card(template)));
        VBox templates = new VBox(10, label(texts, "start.templates", "section-title"), cards);
        HBox.setHgrow(templates, Priority.ALWAYS);
        HBox openLine = new HBox(open.button(texts, "accent"));
        VBox side = new VBox(10, label(texts, "start.recent", "section-title"), recent, openLine);
        side.setMinWidth(240);
        side.setPrefWidth(260);
        content.getChildren().addAll(heading, new HBox(36, templates, side));
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        getStyleClass().add("edge-to-edge");
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
        checks.forEach(Runnable::run);
    }

    void showRecent(List<String> files, Consumer<Path> open) {
        recent.getChildren().clear();
        if (files.isEmpty()) {
            recent.getChildren().add(label(texts, "start.noRecent", "muted"));
        }
        for (String file : files) {
            Path path = Path.of(file);
            Hyperlink link = new Hyperlink(String.valueOf(path.getFileName()));
            link.setTooltip(new Tooltip(file));
            link.setOnAction(_ -> open.accept(path));
            recent.getChildren().add(link);
        }
    }

    private Button card(Template template) {
        Label title = label(texts, "template." + template.id(), "card-title");
        Label line = label(texts, "template." + template.id() + ".line", "card-line");
        line.setWrapText(true);
        line.setPrefSize(CARD_WIDTH - 28, LINE_HEIGHT);
        line.setMinHeight(LINE_HEIGHT);
        line.setAlignment(Pos.TOP_LEFT);
        Label needs = label(texts, template.isBlank() ? "template.blank" : "template.ready", "badge");
        if (!template.isBlank()) {
            checks.add(() -> checkData(template, needs));
        }
        VBox text = new VBox(3, title, line, needs);
        text.setPadding(new Insets(0, 14, 12, 14));
        Button card = new Button();
        card.setGraphic(new VBox(picture(template), text));
        card.setMinSize(CARD_WIDTH, CARD_HEIGHT);
        card.setPrefSize(CARD_WIDTH, CARD_HEIGHT);
        card.setMaxSize(CARD_WIDTH, CARD_HEIGHT);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.getStyleClass().setAll("template-card");
        card.setId("template-" + template.id());
        card.setOnAction(_ -> useTemplate.accept(template));
        card.accessibleTextProperty().bind(texts.of("template." + template.id()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("template." + template.id() + ".line"));
        card.setTooltip(tip);
        return card;
    }

    private StackPane picture(Template template) {
        StackPane picture = new StackPane();
        picture.setMinSize(CARD_WIDTH, PICTURE_HEIGHT);
        picture.setPrefSize(CARD_WIDTH, PICTURE_HEIGHT);
        if (template.isBlank()) {
            FontIcon plus = new FontIcon(Material2OutlinedAL.ADD_CIRCLE_OUTLINE);
            plus.getStyleClass().add("blank-picture");
            picture.getChildren().add(plus);
        }
        services.background()
                .execute(() -> summary(template)
                        .ifPresent(summary -> services.fx()
                                .execute(() -> picture.getChildren()
                                        .setAll(new NetworkThumbnail(summary, CARD_WIDTH, PICTURE_HEIGHT)))));
        return picture;
    }

    /** Says which data set must be fetched first. */
    private void checkData(Template template, Label needs) {
        DataLocation now = where.get();
        services.background().execute(() -> {
            var source = template.config().data().source();
            boolean there = Availability.isThere(source, now);
            services.fx().execute(() -> {
                needs.textProperty().unbind();
                needs.textProperty()
                        .bind(texts.of(
                                there ? "template.ready" : "template.needs",
                                source.card().title()));
            });
        });
    }

    private Optional<NetworkSummary> summary(Template template) {
        try {
            return Readiness.of(template.config(), services.where(), 0).summary();
        } catch (BadInputException _) {
            return Optional.empty();
        }
    }

    private static Label label(Texts texts, String key, String style) {
        Label label = new Label();
        label.textProperty().bind(texts.of(key));
        label.getStyleClass().add(style);
        return label;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
