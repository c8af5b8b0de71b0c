package dev.lamina.ui.explore;

import dev.lamina.search.Importance;
import dev.lamina.search.Observation;
import dev.lamina.search.Point;
import dev.lamina.search.SearchSpace;
import dev.lamina.ui.fx.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/**
 * How much each setting that differs has to do with a run being among the best of those found, with the interval of the
 * bootstrap; a click puts the setting on the scatter.
 */
final class ImportanceView extends ScrollPane {
    private static final int REPEATS = 100;
    private static final long SEED = 1;
    private static final double BAR_WIDTH = 320;
    private static final double BAR_HEIGHT = 14;

    private final Texts texts;
    private final ExploreViewModel model;
    private final Consumer<String> onto;
    private final Joined computing;
    private final GridPane grid = new GridPane(12, 6);
    private final Label head = new Label();

    /** @param onto shows a setting elsewhere */
    ImportanceView(Texts texts, ExploreViewModel model, Executor worker, Executor fx, Consumer<String> onto) {
        this.texts = texts;
        this.model = model;
        this.onto = onto;
        computing = new Joined(worker, fx);
        setId("importance");
        head.setWrapText(true);
        head.getStyleClass().add("muted");
        VBox content = new VBox(10, head, grid);
        content.getStyleClass().add("explore-choices");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
        InvalidationListener renew = _ -> compute();
        List.of(model.foundProperty(), model.colorProperty(), model.tableProperty(), texts.languageProperty())
                .forEach(observed -> observed.addListener(renew));
        compute();
    }

    private void compute() {
        computing.ask(this::prepared);
    }

    private Joined.Work prepared() {
        String objective = model.colorProperty().get();
        Map<String, Axis> settings = new LinkedHashMap<>();
        model.tableProperty()
                .get()
                .hyperparameters()
                .forEach(column -> settings.put(column.name(), model.axis(column.name())));
        Optional<SearchSpace> space =
                SearchDraft.space(settings.values().stream().toList(), Map.of());
        if (objective.isEmpty() || space.isEmpty()) {
            return () -> () -> show(objective, Optional.empty());
        }
        List<Observation> seen = observed(
                model.axis(objective),
                settings,
                space.get(),
                model.foundProperty().get());
        return () -> {
            Importance importance = Importance.of(space.get(), seen, REPEATS, SEED);
            return () -> show(objective, Optional.of(importance));
        };
    }

    private static List<Observation> observed(
            Axis objective, Map<String, Axis> settings, SearchSpace space, BitSet rows) {
        List<Observation> seen = new ArrayList<>();
        rows.stream().forEach(row -> {
            Map<String, Object> values = new LinkedHashMap<>();
            space.dimensions().keySet().forEach(key -> {
                Axis axis = settings.get(key);
                if (axis != null && !axis.column().isAbsent(row)) {
                    values.put(
                            key,
                            axis.scaling() == Axis.Scaling.CATEGORIES
                                    ? axis.column().shown(row)
                                    : (Object) axis.column().number(row));
                }
            });
            seen.add(new Observation(
                    new Point(values), Observation.State.MEASURED, 1, ScatterView.loss(objective, row)));
        });
        return seen;
    }

    private void show(String objective, Optional<Importance> importance) {
        grid.getChildren().clear();
        head.setText(
                importance.isEmpty()
                        ? texts.get("importance.none")
                        : texts.get(
                                "importance.head", objective, importance.get().trials()));
        List<Map.Entry<String, Importance.Share>> shares = importance.stream()
                .flatMap(found -> found.share().entrySet().stream())
                .sorted(Comparator.comparingDouble((Map.Entry<String, Importance.Share> entry) ->
                                entry.getValue().value())
                        .reversed())
                .toList();
        for (int i = 0; i < shares.size(); i++) {
            String name = shares.get(i).getKey();
            Importance.Share share = shares.get(i).getValue();
            Hyperlink link = new Hyperlink(name);
            link.setOnAction(_ -> onto.accept(name));
            Label number = new Label(
                    texts.get("importance.share", share.value() * 100, share.low() * 100, share.high() * 100));
            grid.addRow(i, link, bar(share), number);
        }
    }

    private static Pane bar(Importance.Share share) {
        Rectangle bar = new Rectangle(0, 0, BAR_WIDTH * share.value(), BAR_HEIGHT);
        bar.getStyleClass().add("importance-bar");
        double middle = BAR_HEIGHT / 2;
        Line whisker = new Line(BAR_WIDTH * share.low(), middle, BAR_WIDTH * share.high(), middle);
        whisker.getStyleClass().add("importance-interval");
        Pane pane = new Pane(bar, whisker);
        pane.setMinSize(BAR_WIDTH, BAR_HEIGHT);
        return pane;
    }
}
