package dev.lamina.ui.help;

import dev.lamina.ui.fx.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Explanations below one another: title, sentence, formula, source, and the way to the guide. */
final class ExplanationView extends ScrollPane {
    private static final double WIDTH = 380;
    private static final double MOST_HEIGHT = 420;

    /** @param guide opens a page of the guide */
    ExplanationView(Texts texts, List<Explanation> explanations, Consumer<String> guide) {
        VBox all = new VBox(14);
        all.getStyleClass().add("explanation");
        explanations.forEach(explanation -> all.getChildren().add(one(texts, explanation, guide)));
        getStylesheets()
                .add(Objects.requireNonNull(ExplanationView.class.getResource("/dev/lamina/ui/help/help.css"))
                        .toExternalForm());
        setContent(all);
        setFitToWidth(true);
        setPrefWidth(WIDTH);
        setMaxHeight(MOST_HEIGHT);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("edge-to-edge");
    }

    private static VBox one(Texts texts, Explanation explanation, Consumer<String> guide) {
        VBox box = new VBox(4);
        add(box, explanation.title(), "explanation-title");
        add(box, explanation.sentence(), "explanation-sentence");
        add(box, explanation.formula(), "explanation-formula");
        add(box, explanation.source(), "muted");
        add(box, explanation.note(), "muted");
        if (!explanation.page().isEmpty()) {
            Hyperlink more = new Hyperlink(texts.get("what.more"));
            more.getStyleClass().add("guide-link");
            more.setOnAction(_ -> guide.accept(explanation.page()));
            box.getChildren().add(more);
        }
        return box;
    }

    private static void add(VBox box, String text, String style) {
        if (!text.isEmpty()) {
            Label label = new Label(text);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add(style);
            box.getChildren().add(label);
        }
    }
}
