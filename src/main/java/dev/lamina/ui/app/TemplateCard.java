package dev.lamina.ui.app;

import dev.lamina.data.DataLocation;
import dev.lamina.data.source.Availability;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Readiness;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A template as a card: its network drawn small, what it is, and whether it runs here now. */
final class TemplateCard extends Button {
    static final double HEIGHT = 214;
    private static final double WIDTH = 282;
    private static final double PICTURE_HEIGHT = 112;
    private static final double LINE_HEIGHT = 36;

    private final Services services;
    private final Texts texts;
    private final Template template;
    private final Label needs = new Label();
    private final Hyperlink download = new Hyperlink();

    /**
     * @param use opens the template
     * @param get opens it and downloads the data it needs
     */
    TemplateCard(Services services, Template template, Consumer<Template> use, Consumer<Template> get) {
        this.services = services;
        this.texts = services.texts();
        this.template = template;
        String key = "template." + template.id();
        Label title = label(key, "card-title");
        Label line = label(key + ".line", "card-line");
        line.setWrapText(true);
        line.setPrefSize(WIDTH - 28, LINE_HEIGHT);
        line.setMinHeight(LINE_HEIGHT);
        line.setAlignment(Pos.TOP_LEFT);
        needs.getStyleClass().add("badge");
        needs.textProperty().bind(texts.of("template.blank"));
        download.textProperty().bind(texts.of("template.download"));
        download.getStyleClass().add("card-download");
        download.setTooltip(tip("data.download.tip"));
        download.setOnAction(_ -> get.accept(template));
        download.setVisible(false);
        HBox state = new HBox(8, needs, download);
        state.setAlignment(Pos.CENTER_LEFT);
        VBox text = new VBox(3, title, line, state);
        text.setPadding(new Insets(0, 14, 12, 14));
        setGraphic(new VBox(picture(), text));
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().setAll("template-card");
        setId("template-" + template.id());
        setOnAction(_ -> use.accept(template));
        setTooltip(tip(key + ".line"));
        accessibleTextProperty().bind(texts.of(key));
    }

    private Tooltip tip(String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of(key));
        return tip;
    }

    private Label label(String key, String style) {
        Label label = new Label();
        label.textProperty().bind(texts.of(key));
        label.getStyleClass().add(style);
        return label;
    }

    private StackPane picture() {
        StackPane picture = new StackPane();
        picture.setMinSize(WIDTH, PICTURE_HEIGHT);
        picture.setPrefSize(WIDTH, PICTURE_HEIGHT);
        if (template.isBlank()) {
            FontIcon plus = new FontIcon(Material2OutlinedAL.ADD_CIRCLE_OUTLINE);
            plus.getStyleClass().add("blank-picture");
            picture.getChildren().add(plus);
        }
        services.background()
                .execute(() -> summary()
                        .ifPresent(summary -> services.fx()
                                .execute(() -> picture.getChildren()
                                        .setAll(new NetworkThumbnail(summary, WIDTH, PICTURE_HEIGHT)))));
        return picture;
    }

    private Optional<NetworkSummary> summary() {
        try {
            return Readiness.of(template.config(), services.where(), 0).summary();
        } catch (BadInputException _) {
            return Optional.empty();
        }
    }

    /** Finds out anew whether its data is there. */
    void check(DataLocation where) {
        if (template.isBlank()) {
            return;
        }
        services.background().execute(() -> {
            var source = template.config().data().source();
            boolean there = Availability.isThere(source, where);
            services.fx().execute(() -> {
                needs.textProperty().unbind();
                needs.textProperty()
                        .bind(texts.of(
                                there ? "template.ready" : "template.needs",
                                source.card().title()));
                needs.getStyleClass().setAll("label", "badge", there ? "badge-running" : "badge-paused");
                download.setVisible(!there && source.card().published().isPresent());
            });
        });
    }
}
