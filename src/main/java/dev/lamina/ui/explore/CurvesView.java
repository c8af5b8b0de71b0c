package dev.lamina.ui.explore;

import dev.lamina.archive.StoredRun;
import dev.lamina.archive.table.Column;
import dev.lamina.archive.table.RunGroups;
import dev.lamina.archive.table.RunTable;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.GroupFigures;
import dev.lamina.figure.GroupMetrics;
import dev.lamina.figure.Theme;
import dev.lamina.figure.render.FigureRenderer;
import dev.lamina.figure.text.KeptFonts;
import dev.lamina.metric.BandKind;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Tags;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * A quantity against epochs: a curve for each configuration among the chosen runs, of several seeds their mean with a band that
 * the legend names. Pinned runs alone if there are any, else the best configurations, and how many of all these are.
 */
final class CurvesView extends BorderPane {
    private static final int MOST_CURVES = 8;
    private static final int MOST_LETTERS = 44;

    private final ExploreViewModel model;
    private final ObservableValue<Theme> theme;
    private final Joined drawing;
    private final ComboBox<String> metric = new ComboBox<>();
    private final ComboBox<BandKind> band = new ComboBox<>();
    private final Label count = new Label();
    private final FlowPane legend = new FlowPane(14, 4);
    private final PixelPane pixels = new PixelPane();
    private final Pane plot = new Pane(pixels);
    private final Texts texts;
    private final KeptFonts fonts = new KeptFonts();

    /** @param worker reads metrics and draws */
    CurvesView(Texts texts, ExploreViewModel model, ObservableValue<Theme> theme, Executor worker, Executor fx) {
        this.texts = texts;
        this.model = model;
        this.theme = theme;
        drawing = new Joined(worker, fx);
        setId("curves");
        metric.setId("curves-metric");
        band.setId("curves-band");
        Described.as(texts, metric, "curves.metric.tip");
        Described.as(texts, band, "curves.band.tip");
        band.getItems().setAll(BandKind.STANDARD_DEVIATION, BandKind.STANDARD_ERROR, BandKind.CONFIDENCE_95);
        band.setValue(BandKind.STANDARD_DEVIATION);
        band.setConverter(new BandText(texts));
        count.getStyleClass().add("muted");
        HBox choices = new HBox(8, metric, band, count);
        choices.setAlignment(Pos.CENTER_LEFT);
        choices.getStyleClass().add("explore-choices");
        legend.getStyleClass().add("explore-choices");
        legend.setId("curves-legend");
        setTop(choices);
        setBottom(legend);
        plot.setMinSize(0, 0);
        setCenter(plot);
        InvalidationListener redraw = _ -> draw();
        List.of(
                        plot.widthProperty(),
                        plot.heightProperty(),
                        metric.valueProperty(),
                        band.valueProperty(),
                        theme,
                        model.chosenProperty(),
                        model.pinnedProperty())
                .forEach(observed -> observed.addListener(redraw));
        model.tableProperty().addListener(_ -> offer());
        offer();
    }

    private void offer() {
        List<String> names = model.tableProperty().get().columns().stream()
                .filter(column -> column.kind() == Column.Kind.METRIC)
                .map(Column::name)
                .toList();
        String before = metric.getValue();
        metric.getItems().setAll(names);
        metric.setValue(
                names.contains(before)
                        ? before
                        : ExploreViewModel.METRICS.stream()
                                .filter(names::contains)
                                .findFirst()
                                .orElse(names.isEmpty() ? null : names.getFirst()));
    }

    private void draw() {
        if (plot.getWidth() >= 80 && plot.getHeight() >= 60 && metric.getValue() != null) {
            drawing.ask(this::prepared);
        }
    }

    /** What is drawn as one curve. */
    private record Drawn(String name, List<Path> folders) {}

    private Joined.Work prepared() {
        int width = (int) plot.getWidth();
        int height = (int) plot.getHeight();
        Theme colors = theme.getValue();
        String tag = metric.getValue();
        BandKind kind = band.getValue();
        RunTable table = model.tableProperty().get();
        BitSet pinned = model.pinnedProperty().get();
        RunGroups groups =
                RunGroups.of(table, pinned.isEmpty() ? model.chosenProperty().get() : pinned);
        List<Drawn> drawn = drawn(table, groups);
        int all = groups.rows().size();
        return () -> {
            FigureSpec spec = spec(drawn, tag, kind);
            BufferedImage image = image(spec, width, height, colors);
            return () -> {
                pixels.show(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), width, height);
                explain(spec.seriesNames(), colors);
                count.setText(texts.get("curves.count", drawn.size(), all));
            };
        };
    }

    private List<Drawn> drawn(RunTable table, RunGroups groups) {
        String by = model.colorProperty().get();
        Comparator<List<Integer>> order = by.isEmpty()
                ? Comparator.comparingInt(List::getFirst)
                : Comparator.comparingDouble(rows -> ScatterView.loss(model.axis(by), rows.getFirst()));
        List<Column> settings = table.hyperparameters();
        List<Drawn> drawn = new ArrayList<>();
        groups.rows().stream().sorted(order).limit(MOST_CURVES).forEach(rows -> {
            String label = settings.stream()
                    .filter(column -> !column.isAbsent(rows.getFirst()))
                    .map(column -> Names.shortName(column.name()) + "=" + shown(column, rows.getFirst()))
                    .collect(Collectors.joining(" "));
            String name = label.isEmpty() ? table.column("name").shown(rows.getFirst()) : label;
            String cut = name.length() <= MOST_LETTERS ? name : name.substring(0, MOST_LETTERS) + "…";
            boolean taken = drawn.stream().anyMatch(other -> other.name().equals(cut));
            drawn.add(new Drawn(
                    taken ? cut + " " + (drawn.size() + 1) : cut,
                    rows.stream().map(table::folder).toList()));
        });
        return drawn;
    }

    private static String shown(Column column, int row) {
        return column.text(row) == null ? Axis.number(column.number(row)) : column.shown(row);
    }

    /** Which color is whose, with the band's name and n. */
    private void explain(List<String> names, Theme colors) {
        legend.getChildren().clear();
        for (int i = 0; i < names.size(); i++) {
            java.awt.Color color = colors.ink().look(i).color();
            Color fill = Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
            legend.getChildren().add(new Label(names.get(i), new Rectangle(12, 12, fill)));
        }
    }

    private static FigureSpec spec(List<Drawn> drawn, String tag, BandKind kind) {
        List<GroupMetrics> groups = drawn.stream()
                .map(group -> new GroupMetrics(
                        group.name(),
                        group.folders().stream().map(CurvesView::metrics).toList()))
                .toList();
        return GroupFigures.compare(List.of(Tags.of(tag)), groups, kind);
    }

    private BufferedImage image(FigureSpec spec, int width, int height, Theme colors) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        FigureStyle style = FigureStyle.screen(width, height, colors);
        var graphics = image.createGraphics();
        try {
            new FigureRenderer(spec, style, fonts.of(style.fontFamily(), spec.texts())).draw(graphics);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static List<EpochMetrics> metrics(Path folder) {
        try {
            return StoredRun.in(folder).metrics();
        } catch (BadInputException _) {
            return List.of();
        }
    }
}
