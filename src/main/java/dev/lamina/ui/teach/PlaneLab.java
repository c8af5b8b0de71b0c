package dev.lamina.ui.teach;

import dev.lamina.data.source.OwnPoint;
import dev.lamina.figure.Theme;
import dev.lamina.metric.Reading;
import dev.lamina.probe.PlaneQuantity;
import dev.lamina.ui.fx.Appearance;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.fx.Ticker;
import dev.lamina.ui.fx.WhileUsed;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * The laboratory of the plane: data and network at the left, what the network makes of the plane in the middle, its hidden
 * units at the right, curves below; all of it live while the trainer trains. FX thread.
 */
public final class PlaneLab extends BorderPane {
    private static final long TICK_MILLIS = 40;
    private static final int TICKS_PER_WORD = 4;
    private static final int TICKS_PER_CHART = 10;

    private final LabServices services;
    private final Texts texts;
    private final Twins twins;
    private final PlanesPane planes;
    private final LayerBar layers;
    private final DataPane data;
    private final BrushPane brush;
    private final NetworkPane network;
    private final PaceBar pace;
    private final Timeline timeline;
    private final UnitMaps units;
    private final LabCharts charts;
    private final Readout readout;
    private final Label fault = new Label();
    private final Ticker clock;
    private List<OwnPoint> drawn = List.of();
    private int ticks;
    private boolean begun;
    private boolean suspended;

    /** The laboratory as a part of a window; it begins when it is first seen. */
    public static PlaneLab view(LabServices services) {
        return new PlaneLab(services);
    }

    private PlaneLab(LabServices services) {
        this.services = services;
        this.texts = services.own();
        this.twins = new Twins(services);
        getStyleClass().add("plane-lab");
        getStylesheets()
                .add(Objects.requireNonNull(PlaneLab.class.getResource("/dev/lamina/ui/teach/teach.css"))
                        .toExternalForm());
        this.readout = new Readout(texts);
        this.units = new UnitMaps(texts);
        this.brush = new BrushPane(texts, () -> drawOwn(List.of()));
        this.data = new DataPane(texts, brush, change -> change(s -> s.with(change.apply(s.data()))));
        this.network = new NetworkPane(texts, this::change);
        this.layers = new LayerBar(texts, this::look);
        this.timeline = new Timeline(texts, twins::goBack);
        this.planes = new PlanesPane(texts, services);
        this.pace = new PaceBar(texts, actions(), twins::setPace, new TwinChoice(texts, this::choose));
        this.charts = new LabCharts(texts, theme(), twins::labs, services.painter(), services.fx());
        lay();
        twins.setPace(pace.stepsPerSecond());
        watch();
        show(twins.settings());
        paint();
        WhileUsed.listen(this, services.appearance(), this::paint);
        WhileUsed.listen(this, texts.languageProperty(), readout::away);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        clock = new Ticker(services.fx(), TICK_MILLIS, this::tick);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                scene.windowProperty().addListener((_, _, window) -> closeWith(window));
                closeWith(scene.getWindow());
            }
        });
    }

    private void closeWith(Window window) {
        if (window != null) {
            window.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> close());
        }
    }

    private void lay() {
        VBox left = new VBox(10, title("lab-data"), data, network);
        left.setPadding(new Insets(10, 12, 12, 12));
        ScrollPane controls = new ScrollPane(left);
        controls.setFitToWidth(true);
        controls.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        controls.getStyleClass().addAll("edge-to-edge", "lab-controls");
        fault.setId("lab-fault");
        fault.getStyleClass().add("fault");
        fault.setWrapText(true);
        charts.setMinHeight(110);
        charts.setPrefHeight(150);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        pace.said().setMinWidth(USE_PREF_SIZE);
        HBox looks = new HBox(8, layers, space, pace.said());
        looks.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(layers, Priority.SOMETIMES);
        VBox middle = new VBox(6, pace, looks, fault, planes, readout, timeline, charts);
        middle.setPadding(new Insets(8, 12, 6, 12));
        VBox.setVgrow(planes, Priority.ALWAYS);
        VBox.setVgrow(charts, Priority.SOMETIMES);
        setLeft(controls);
        setCenter(middle);
        setRight(units);
    }

    private Label title(String key) {
        Label title = new Label();
        title.textProperty().bind(texts.of(key));
        title.getStyleClass().add("lab-title");
        return title;
    }

    private PaceBar.Actions actions() {
        return new PaceBar.Actions() {
            @Override
            public void playOrPause() {
                twins.setPlaying(!twins.playing());
            }

            @Override
            public void step() {
                twins.step();
            }

            @Override
            public void anew() {
                twins.anew();
            }
        };
    }

    private void change(UnaryOperator<LabSettings> change) {
        twins.change(change);
        show(twins.settings());
    }

    private void choose(TwinPreset preset) {
        twins.choose(preset);
        watch();
        look();
    }

    /** Shows what is set, and looks at what there is. */
    private void show(LabSettings settings) {
        data.show(settings.data());
        network.show(settings);
        layers.showWnll(twins.labs().getLast().lab().settings().head());
        look();
    }

    private void watch() {
        planes.show(twins);
        LabPlane first = twins.first();
        first.onRead(units::show, planes::compare);
        twins.labs().forEach(lab -> {
            PlaneView view = lab.view();
            view.onPointed(
                    place ->
                            readout.at(place, lab.lab().settings().data().kind().plane(), lab.scores(), norms(lab)),
                    readout::away);
            view.onDrawn(this::draw, this::letGo);
        });
    }

    /** As fresh as what is shown; an old one says nothing about the network of now. */
    private Optional<Reading.Field> norms(LabPlane lab) {
        return layers.shown().stream().anyMatch(PlaneLayer::needsGradients) ? lab.norms() : Optional.empty();
    }

    private void draw(PlaneView.Stroke stroke) {
        DataSettings now = twins.settings().data();
        if (now.kind() == DataKind.OWN) {
            drawn = brush.draw(drawn, stroke, now.kind().plane());
            twins.labs().forEach(lab -> lab.showDrawn(BrushPane.shown(drawn)));
        }
    }

    private void letGo() {
        if (twins.settings().data().kind() == DataKind.OWN) {
            drawOwn(drawn);
        }
    }

    private void drawOwn(List<OwnPoint> points) {
        drawn = points;
        change(s -> s.with(s.data().withOwn(points)));
    }

    private void key(KeyEvent event) {
        if (twins.settings().data().kind() == DataKind.OWN) {
            brush.key(event);
        }
    }

    private Theme theme() {
        Appearance appearance = services.appearance().getValue();
        return appearance.theme();
    }

    private void paint() {
        brush.setTheme(theme());
        data.paintThumbnails(theme(), services.runs().get().data());
        charts.setTheme(theme());
        units.setTheme(theme());
        look();
    }

    private void look() {
        Set<PlaneLayer> shown = layers.shown();
        twins.labs().forEach(lab -> lab.setLook(theme(), shown));
        planes.setTheme(theme());
    }

    /** Whether a person can see it. */
    private boolean seen() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return getScene() != null;
    }

    private void tick() {
        boolean seen = seen();
        if (seen && !begun) {
            begun = true;
            twins.setPlaying(true);
            twins.anew();
        }
        if (!seen && twins.playing()) {
            suspended = true;
            twins.setPlaying(false);
        } else if (seen && suspended) {
            suspended = false;
            twins.setPlaying(true);
        }
        if (seen && begun) {
            tickSeen();
        }
    }

    private void tickSeen() {
        ticks++;
        twins.tick(wanted());
        if (ticks % TICKS_PER_WORD == 0) {
            say();
        }
        if (ticks % TICKS_PER_CHART == 0) {
            charts.refresh();
        }
    }

    private Set<PlaneQuantity> wanted() {
        Set<PlaneQuantity> wanted =
                EnumSet.of(layers.asSet() ? PlaneQuantity.SET_SCORES : PlaneQuantity.SCORES, PlaneQuantity.UNITS);
        if (layers.shown().stream().anyMatch(PlaneLayer::needsGradients)) {
            wanted.add(PlaneQuantity.GRADIENTS);
        }
        return wanted;
    }

    private void say() {
        LabPlane first = twins.first();
        PlanePoints points = first.training();
        int wrong =
                (int) IntStream.range(0, points.count()).filter(points::isWrong).count();
        pace.show(
                twins.playing() ? PaceBar.RunningState.GOES_ON : PaceBar.RunningState.WAITS,
                first.history().step(),
                first.history().latest(),
                wrong,
                points.count());
        timeline.show(first.history());
        boolean nothingDrawn = twins.settings().data().kind() == DataKind.OWN && drawn.isEmpty();
        String why = nothingDrawn
                ? texts.get("lab-draw")
                : twins.labs().stream()
                        .flatMap(lab -> lab.lab().faultProperty().get().stream())
                        .findFirst()
                        .map(texts::text)
                        .orElse("");
        fault.setText(why);
        fault.setVisible(!why.isEmpty());
        fault.setManaged(!why.isEmpty());
    }

    /** How many pictures of the first plane have come onto the screen. */
    public long pictures() {
        return twins.first().view().pixels().pictures();
    }

    /** Steps done where the first laboratory's run stands. */
    public long step() {
        return twins.first().history().step();
    }

    /** Steps of all runs together since weights were drawn. */
    long stepsInAll() {
        return twins.first().curves().steps();
    }

    /** Whether every run waits, twins at the same step. */
    boolean settled() {
        return twins.labs().stream().allMatch(lab -> lab.history().paused())
                && twins.labs().stream()
                                .mapToLong(lab -> lab.history().step())
                                .distinct()
                                .count()
                        == 1;
    }

    /** Ends every training of it; it cannot be used any more. */
    public void close() {
        clock.stop();
        twins.close();
    }
}
