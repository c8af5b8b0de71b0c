package dev.lamina.ui.explore;

import dev.lamina.archive.StoredRun;
import dev.lamina.archive.table.Column;
import dev.lamina.archive.table.RunTable;
import dev.lamina.config.ExperimentConfig;
import dev.lamina.figure.Theme;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.FxExecutor;
import dev.lamina.ui.fx.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** All runs of a folder beside each other: pictures above, the table below, one query and one selection for all. FX thread. */
public final class ExploreView extends BorderPane {
    private final Texts texts;
    private final Path runs;
    private final Executor background;
    private final FxExecutor fx;
    private final ExploreViewModel model = new ExploreViewModel();
    private final MenuButton axes = new MenuButton();
    private final TabPane pictures = new TabPane();
    private final ScatterView scatter;
    private final Tab live = new Tab();

    private ExploreView(
            Texts window,
            Path runs,
            ObservableValue<Appearance> appearance,
            Executor background,
            Executor painter,
            FxExecutor fx,
            Consumer<ExperimentConfig> open) {
        texts = window.ofBundle("dev.lamina.ui.explore.explore");
        this.runs = runs;
        this.background = background;
        this.fx = fx;
        ObservableValue<Theme> theme = appearance.map(Appearance::theme);
        scatter = new ScatterView(texts, model, theme);
        ParallelView parallel = new ParallelView(texts, model, theme, painter, fx);
        CurvesView curves = new CurvesView(texts, model, theme, background, fx);
        ImportanceView importance = new ImportanceView(texts, model, background, fx, this::showOnScatter);
        pictures.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pictures.getTabs()
                .addAll(
                        tab("parallel", parallel),
                        tab("scatter", scatter),
                        tab("curves", curves),
                        tab("importance", importance),
                        tab("differences", new DiffView(texts, model)));
        live.textProperty().bind(texts.of("tab.live"));
        live.setId("tab-live");
        RunTableView table = new RunTableView(texts, model, this::note);
        SplitPane parts = new SplitPane(pictures, table);
        parts.setOrientation(Orientation.VERTICAL);
        parts.setDividerPositions(0.56);
        setTop(bar(open));
        setCenter(parts);
        setId("explore");
        model.tableProperty().addListener(_ -> offerAxes());
        model.axesProperty().addListener(_ -> offerAxes());
    }

    /**
     * One that has read nothing yet: {@link #reload} does.
     *
     * @param runs the folder whose runs are shown
     * @param background reads folders; one thread
     * @param painter paints lines; one thread
     * @param open shows a new experiment
     */
    public static ExploreView of(
            Texts texts,
            Path runs,
            ObservableValue<Appearance> appearance,
            Executor background,
            Executor painter,
            FxExecutor fx,
            Consumer<ExperimentConfig> open) {
        return new ExploreView(texts, runs, appearance, background, painter, fx, open);
    }

    ExploreViewModel model() {
        return model;
    }

    private Tab tab(String name, Node content) {
        Tab tab = new Tab();
        tab.setId("tab-" + name);
        tab.textProperty().bind(texts.of("tab." + name));
        tab.setContent(content);
        return tab;
    }

    /** Shows the charts of the run that goes on behind the other pictures. */
    public void showLive(Node charts) {
        live.setContent(charts);
        if (!pictures.getTabs().contains(live)) {
            pictures.getTabs().add(live);
        }
    }

    /** Gives those charts back. */
    public void leaveLive() {
        live.setContent(null);
    }

    private void showOnScatter(String setting) {
        scatter.showAcross(setting);
        pictures.getSelectionModel().select(1);
    }

    private Node bar(Consumer<ExperimentConfig> open) {
        TextField query = new TextField();
        query.setId("explore-query");
        query.promptTextProperty().bind(texts.of("query.prompt"));
        Described.tip(texts, query, "query.tip");
        query.accessibleTextProperty().bind(texts.of("query.tip"));
        query.textProperty().bindBidirectional(model.queryProperty());
        HBox.setHgrow(query, Priority.ALWAYS);
        Label said = new Label();
        said.setId("explore-count");
        said.setMinWidth(Region.USE_PREF_SIZE);
        said.textProperty()
                .bind(Bindings.createStringBinding(
                        this::count,
                        model.chosenProperty(),
                        model.faultProperty(),
                        model.tableProperty(),
                        texts.languageProperty()));
        axes.setId("explore-axes");
        axes.textProperty().bind(texts.of("axes"));
        Described.tip(texts, axes, "axes.tip");
        ComboBox<String> color = colors();
        Label colored = new Label();
        colored.textProperty().bind(texts.of("color"));
        colored.setLabelFor(color);
        colored.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(
                8,
                query,
                said,
                axes,
                colored,
                color,
                button("reload", this::reload),
                button("searchHere", () -> searchHere(open)));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("explore-bar");
        return bar;
    }

    private ComboBox<String> colors() {
        ComboBox<String> color = new ComboBox<>();
        color.setId("explore-color");
        color.setPrefWidth(200);
        Described.tip(texts, color, "color.tip");
        model.tableProperty().addListener((_, _, table) -> {
            String now = model.colorProperty().get();
            color.getItems().setAll(table.telling().stream().map(Column::name).toList());
            color.setValue(now);
        });
        color.valueProperty().addListener((_, _, name) -> {
            if (name != null) {
                model.colorProperty().set(name);
            }
        });
        model.colorProperty().addListener((_, _, name) -> color.setValue(name));
        return color;
    }

    private Button button(String key, Runnable action) {
        Button button = new Button();
        button.setId("explore-" + key);
        button.textProperty().bind(texts.of(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        Described.tip(texts, button, key + ".tip");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private String count() {
        Optional<Message> fault = model.faultProperty().get();
        return fault.map(texts::what)
                .orElseGet(() -> texts.get(
                        "count",
                        model.chosenProperty().get().cardinality(),
                        model.tableProperty().get().size()));
    }

    private void offerAxes() {
        List<String> shown = model.axesProperty().get().stream()
                .map(axis -> axis.column().name())
                .toList();
        axes.getItems()
                .setAll(model.tableProperty().get().telling().stream()
                        .map(column -> item(column.name(), shown))
                        .toList());
    }

    private CheckMenuItem item(String name, List<String> shown) {
        CheckMenuItem item = new CheckMenuItem(name);
        item.setMnemonicParsing(false);
        item.setSelected(shown.contains(name));
        item.setOnAction(_ -> {
            List<String> changed = new ArrayList<>(shown);
            if (!changed.remove(name)) {
                changed.add(name);
            }
            model.showAxes(changed);
        });
        return item;
    }

    /** Reads the folder as it is now. */
    public void reload() {
        background.execute(() -> {
            RunTable read = RunTable.read(runs);
            fx.execute(() -> model.take(read));
        });
    }

    private void note(Noting noting) {
        background.execute(() -> {
            try {
                noting.apply();
            } catch (BadInputException e) {
                fx.execute(() -> model.refuse(e.problem()));
                return;
            }
            RunTable read = RunTable.read(runs);
            fx.execute(() -> model.take(read));
        });
    }

    /** Makes a search of the brushed ranges; what is not on an axis is as in the best of the chosen runs. */
    private void searchHere(Consumer<ExperimentConfig> open) {
        BitSet chosen = model.chosenProperty().get();
        String by = model.colorProperty().get();
        Comparator<Integer> best = by.isEmpty()
                ? Comparator.naturalOrder()
                : Comparator.comparingDouble(row -> ScatterView.loss(model.axis(by), row));
        Optional<Integer> first = chosen.stream().boxed().min(best);
        if (first.isEmpty()) {
            return;
        }
        try {
            ExperimentConfig base = StoredRun.in(model.tableProperty().get().folder(first.get()))
                    .config();
            SearchDraft.of(
                            base,
                            model.axesProperty().get(),
                            model.brushesProperty().get())
                    .ifPresentOrElse(open, () -> model.refuse(Message.of("ui.nothingToSearch")));
        } catch (BadInputException e) {
            model.refuse(e.problem());
        }
    }
}
