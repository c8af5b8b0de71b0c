package dev.lamina.ui.chart;

import dev.lamina.figure.AxisRange;
import dev.lamina.figure.SeriesLook;
import dev.lamina.figure.Theme;
import dev.lamina.figure.Tint;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Tags;
import dev.lamina.ui.fx.Described;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.help.Explanation;
import dev.lamina.ui.help.WhatIsThis;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A chart with its title, a legend that switches curves on and off, and the choice of scale. */
public final class LiveChart extends BorderPane {
    private static final double SWATCH = 13;
    private static final double STROKE = 2.5;

    private final ChartPane pane;
    private final Texts texts;
    private final Map<String, ToggleButton> entries = new HashMap<>();
    private final Label title = new Label();
    private final Button figure = new Button();
    private final HBox chips = new HBox(0);
    private final HBox choices = new HBox(2);
    private final HBox head = new HBox(2);
    private final Label empty = new Label();
    private boolean several;

    /** @param titleKey key of the title's text; {@code KEY.empty} says what an empty chart waits for, where that is special */
    public LiveChart(Texts texts, String titleKey, List<Legend> legend, ChartPane pane) {
        this.pane = pane;
        this.texts = texts;
        getStyleClass().add("chart-card");
        title.textProperty().bind(texts.of(titleKey));
        title.getStyleClass().add("chart-title");
        title.setMinWidth(USE_PREF_SIZE);
        figure.setGraphic(new FontIcon(Material2AL.IMAGE));
        figure.getStyleClass().addAll("chip", "chart-figure");
        figure.setMinWidth(USE_PREF_SIZE);
        Described.by(texts, figure, "chart-figure");
        chips.setAlignment(Pos.CENTER_LEFT);
        legend.forEach(this::add);
        HBox.setHgrow(chips, Priority.ALWAYS);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        choices.getChildren().setAll(scaleSwitch(), figure);
        choices.setMinWidth(USE_PREF_SIZE);
        head.getChildren().setAll(title, space, choices);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(0, 0, 0, 4));
        setTop(legend.isEmpty() ? head : new VBox(head, chips));
        empty.textProperty().bind(texts.of(texts.has(titleKey + ".empty") ? titleKey + ".empty" : "chart.empty"));
        empty.getStyleClass().addAll("muted", "chart-empty");
        empty.setWrapText(true);
        setCenter(new StackPane(pane, empty));
        setPresent(Set.of());
        setMinSize(120, 90);
    }

    public ChartPane pane() {
        return pane;
    }

    /** What happens when a person wants it as a figure. */
    public void onFigure(Runnable action) {
        figure.setOnAction(_ -> action.run());
    }

    /** Leaves the title to what the chart stands in, such as a tab. */
    public void hideTitle() {
        title.setVisible(false);
        title.setManaged(false);
    }

    /** Adds a switch that holds the left axis to a range. */
    public void addRange(String textKey, AxisRange range) {
        ToggleButton hold = new ToggleButton();
        hold.textProperty().bind(texts.of(textKey));
        hold.getStyleClass().add("chip");
        hold.setMinWidth(USE_PREF_SIZE);
        Described.by(texts, hold, textKey.replace('.', '-'));
        hold.selectedProperty()
                .addListener((_, _, on) -> pane.viewProperty()
                        .set(pane.viewProperty().get().withLeftRange(on ? Optional.of(range) : Optional.empty())));
        choices.getChildren().addFirst(hold);
    }

    /** Of several runs each has a color, and what is measured is told by dashes; of one run the other way round. */
    public void setRuns(int count) {
        if (count > 1 != several) {
            several = count > 1;
            entries.values().forEach(chip -> ((Runnable) chip.getUserData()).run());
        }
    }

    /** Adds to the legend what is no switch. */
    public void addToLegend(Node node) {
        chips.getChildren().add(node);
    }

    /** Shows the entries of the quantities that there are curves of. */
    public void setPresent(Set<String> quantities) {
        empty.setVisible(quantities.isEmpty());
        pane.setVisible(!quantities.isEmpty());
        entries.forEach((quantity, chip) -> {
            chip.setVisible(quantities.contains(quantity));
            chip.setManaged(quantities.contains(quantity));
        });
    }

    private void add(Legend entry) {
        ToggleButton chip = chip(entry, entries.size());
        chips.getChildren().add(chip);
        entries.put(entry.quantity(), chip);
        chip.setVisible(false);
        chip.setManaged(false);
    }

    private ToggleButton chip(Legend entry, int dash) {
        Line swatch = new Line(0, 0, SWATCH, 0);
        swatch.setStrokeWidth(STROKE);
        ToggleButton chip = new ToggleButton();
        chip.setGraphic(swatch);
        chip.setGraphicTextGap(4);
        chip.textProperty().bind(texts.of(entry.textKey()));
        chip.getStyleClass().add("chip");
        chip.setSelected(!pane.viewProperty().get().hidden().contains(entry.quantity()));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("chart.chip.tip"));
        chip.setTooltip(tip);
        WhatIsThis.explain(chip, () -> List.of(Explanation.of(Tags.of(entry.quantity()), texts)));
        Runnable paint = () -> paint(swatch, entry, dash, chip.isSelected());
        chip.setUserData(paint);
        paint.run();
        pane.viewProperty().addListener(_ -> paint.run());
        chip.selectedProperty().addListener((_, _, shown) -> {
            ChartView view = pane.viewProperty().get();
            Set<String> hidden = new HashSet<>(view.hidden());
            if (shown) {
                hidden.remove(entry.quantity());
            } else {
                hidden.add(entry.quantity());
            }
            pane.viewProperty().set(view.withHidden(hidden));
        });
        return chip;
    }

    private void paint(Line swatch, Legend entry, int dash, boolean shown) {
        Theme theme = pane.viewProperty().get().theme();
        Tint tint = new Tint.Numbered(entry.color());
        java.awt.Color color = several ? theme.foreground() : theme.color(tint);
        swatch.setStroke(Color.rgb(color.getRed(), color.getGreen(), color.getBlue(), shown ? 1 : 0.25));
        swatch.getStrokeDashArray()
                .setAll(SeriesLook.dashes(several ? dash : 0).stream()
                        .map(length -> length * STROKE)
                        .toList());
    }

    private ToggleButton scaleSwitch() {
        ToggleButton log = new ToggleButton();
        log.textProperty().bind(texts.of("chart.log"));
        log.getStyleClass().add("chip");
        log.setMinWidth(USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.of("chart.log.tip"));
        log.setTooltip(tip);
        log.setSelected(pane.viewProperty().get().left() == Scale.LOGARITHMIC);
        log.selectedProperty()
                .addListener((_, _, on) -> pane.viewProperty()
                        .set(pane.viewProperty().get().withLeft(on ? Scale.LOGARITHMIC : Scale.LINEAR)));
        return log;
    }
}
