package dev.lamina.ui.app;

import dev.lamina.config.DataConfig;
import dev.lamina.data.DataLocation;
import dev.lamina.data.source.Plane;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.run.Readiness;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The open experiment: its network, its settings in tabs, and all of it as JSON. */
final class ExperimentPane extends TabPane {
    private static final List<String> OF_SCHEDULE =
            List.of("training.epochs", "training.learningRate", "training.schedule", "training.warmUpEpochs");

    private final Texts texts;
    private final ExperimentDocument document;
    private final NetworkTable table;
    private final DrawnNetwork drawn;
    private final JsonTab json;
    private final DataNotices notices;
    private final DataPreview preview;
    private final Tab dataTab;
    private final Supplier<DataLocation> where;
    private final SchedulePane schedule;
    private final ObservableList<Node> tools = FXCollections.observableArrayList();

    /** @param where data sets are looked for */
    ExperimentPane(
            Services services,
            Supplier<DataLocation> where,
            ExperimentDocument document,
            ReadOnlyObjectProperty<Appearance> appearance) {
        this.where = where;
        this.texts = services.texts();
        this.document = document;
        this.table = new NetworkTable(texts);
        this.drawn = new DrawnNetwork(texts, document);
        this.json = new JsonTab(texts, document);
        this.notices = new DataNotices(texts);
        this.preview = new DataPreview(services, document.configProperty(), appearance);
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        this.schedule = new SchedulePane(
                form(path -> inSchedule(path)),
                texts,
                document.configProperty(),
                appearance,
                services.painter(),
                services.fx());
        getTabs().add(tab("tab.canvas", Material2OutlinedAL.ACCOUNT_TREE, drawn));
        getTabs().add(tab("tab.network", Material2OutlinedAL.LAYERS, network()));
        this.dataTab = tab("tab.data", Material2OutlinedAL.GRAIN, data());
        getTabs().add(dataTab);
        getTabs()
                .add(tab(
                        "tab.optimizer",
                        Material2OutlinedMZ.TUNE,
                        form(path -> path.startsWith("training.") && !inSchedule(path))));
        getTabs().add(tab("tab.schedule", Material2OutlinedMZ.SHOW_CHART, schedule));
        getTabs().add(tab("tab.probes", Material2OutlinedMZ.STRAIGHTEN, form(path -> path.startsWith("probes"))));
        getTabs().add(tab("tab.device", Material2OutlinedMZ.MEMORY, device(services)));
        getTabs().add(tab("tab.json", Material2OutlinedAL.CODE, json));
        drawn.tools().addListener((InvalidationListener) _ -> chooseTools());
        getSelectionModel().selectedItemProperty().addListener(_ -> {
            chooseTools();
            lookAtData();
        });
    }

    /** Those of the canvas while it is in front. */
    private void chooseTools() {
        boolean canvas = getSelectionModel().getSelectedIndex() == 0;
        tools.setAll(canvas ? drawn.tools() : List.of());
    }

    /** What the tab in front brings along for the tool bar. */
    ObservableList<Node> tools() {
        return tools;
    }

    /** Shows the canvas with a node selected. */
    void select(String nodeId) {
        getSelectionModel().select(0);
        drawn.select(nodeId);
    }

    private Node network() {
        BorderPane pane = new BorderPane(table);
        ConfigForm form = form(path -> path.startsWith("network.preset")
                || path.startsWith("network.dropping")
                || path.startsWith("activation")
                || path.startsWith("head"));
        form.setPrefWidth(620);
        pane.setLeft(form);
        return pane;
    }

    private Node data() {
        BorderPane pane = new BorderPane(form(
                path -> (path.startsWith("data") && isOffered(path)) || path.equals("name") || path.equals("seed")));
        pane.setBottom(notices);
        pane.setRight(preview);
        return pane;
    }

    private Node device(Services services) {
        BorderPane pane = new BorderPane(form(path -> path.startsWith("backend")));
        pane.setTop(new DeviceChoice(services, document));
        return pane;
    }

    /** Points of the plane are neither flipped nor cropped; what a file has of it stays to be taken away. */
    private boolean isOffered(String path) {
        DataConfig data = document.config().data();
        return !path.startsWith("data.augmentations") || !data.augmentations().isEmpty() || !Plane.holds(data.source());
    }

    /** Of the data only while its tab is in front: reading it may take long. */
    private void lookAtData() {
        if (dataTab.equals(getSelectionModel().getSelectedItem())) {
            preview.refresh(where.get());
        }
    }

    private static boolean inSchedule(String path) {
        return OF_SCHEDULE.stream().anyMatch(own -> path.equals(own) || path.startsWith(own + "."));
    }

    private ConfigForm form(Predicate<String> paths) {
        return new ConfigForm(texts, document, paths);
    }

    private Tab tab(String key, Ikon icon, Node content) {
        Tab tab = new Tab();
        tab.setId(key.replace('.', '-'));
        tab.textProperty().bind(texts.of(key));
        tab.setGraphic(new FontIcon(icon));
        tab.setContent(content);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of(key + ".tip"));
        tab.setTooltip(tip);
        return tab;
    }

    /** Shows the canvas with a Flatten before a node. */
    void flattenBefore(String nodeId) {
        getSelectionModel().select(0);
        drawn.flattenBefore(nodeId);
    }

    void show(Readiness readiness) {
        table.show(readiness);
        drawn.show(readiness);
        notices.show(readiness);
        lookAtData();
        schedule.show(readiness);
    }
}
