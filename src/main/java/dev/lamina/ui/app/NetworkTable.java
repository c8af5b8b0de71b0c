package dev.lamina.ui.app;

import dev.lamina.graph.LayerSummary;
import dev.lamina.ui.fx.Texts;
import dev.lamina.ui.help.Explanation;
import dev.lamina.ui.help.WhatIsThis;
import dev.lamina.ui.run.Readiness;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** Every layer of the network with its output shape and its costs, and the totals. */
final class NetworkTable extends BorderPane {
    private final Texts texts;
    private final TableView<LayerSummary> table = new TableView<>();
    private final Label totals = new Label();

    NetworkTable(Texts texts) {
        this.texts = texts;
        table.getColumns().add(column("table.layer", 170, LayerSummary::name));
        table.getColumns().add(column("table.type", 140, LayerSummary::type));
        table.getColumns()
                .add(column("table.output", 110, layer -> layer.outputShape().toString()));
        table.getColumns().add(column("table.parameters", 90, layer -> grouped(layer.parameters())));
        table.getColumns().add(column("table.flops", 90, layer -> grouped(layer.flops())));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll("dense", "edge-to-edge");
        HBox bottom = new HBox(totals);
        bottom.getStyleClass().add("live-panel");
        setCenter(table);
        WhatIsThis.explain(
                this,
                () -> Stream.of("shape", "parameters", "flops", "memory")
                        .map(name -> Explanation.ofCount(name, texts))
                        .toList());
        setBottom(bottom);
    }

    void show(Readiness readiness) {
        readiness
                .summary()
                .ifPresentOrElse(
                        summary -> {
                            table.getItems().setAll(summary.layers());
                            totals.setText(texts.get(
                                    "table.totals",
                                    grouped(summary.parameters()),
                                    grouped(summary.flops()),
                                    grouped(readiness.memoryBytes() >> 20)));
                        },
                        () -> {
                            table.getItems().clear();
                            totals.setText(new Hindrance(texts).of(readiness));
                        });
    }

    private TableColumn<LayerSummary, String> column(
            String key, double leastWidth, Function<LayerSummary, String> text) {
        TableColumn<LayerSummary, String> column = new TableColumn<>();
        column.textProperty().bind(texts.of(key));
        column.setMinWidth(leastWidth);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        return column;
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
