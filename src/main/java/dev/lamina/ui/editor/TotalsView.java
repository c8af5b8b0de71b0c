package dev.lamina.ui.editor;

import dev.lamina.graph.NetworkSummary;
import dev.lamina.graph.edit.DocumentState;
import dev.lamina.nn.optim.Optimizer;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.ui.form.StartValues;
import dev.lamina.ui.help.WhatIsThis;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** What the whole network costs, in one line; unknown while something is wrong. */
final class TotalsView extends HBox {
    private final Phrases phrases;
    private int batchSize = 128;
    private Optimizer optimizer = StartValues.of(Sgd.class);

    TotalsView(Phrases phrases) {
        this.phrases = phrases;
        setId("totals");
        getStyleClass().add("totals");
    }

    /** What the estimate of memory counts with. */
    void setTraining(int images, Optimizer update) {
        batchSize = images;
        optimizer = update;
    }

    void show(DocumentState state) {
        getChildren().clear();
        String unknown = phrases.get("totals.unknown");
        String parameters = state.totals()
                .map(NetworkSummary::parameters)
                .map(ShortNumber::short3)
                .orElse(unknown);
        String flops = state.totals()
                .map(NetworkSummary::flops)
                .map(ShortNumber::short3)
                .orElse(unknown);
        String memory = state.totals()
                .map(totals -> ShortNumber.bytes(totals.trainingMemoryBytes(batchSize, optimizer)))
                .orElse(unknown);
        add("parameters", phrases.get("totals.parameters"), parameters);
        add("flops", phrases.get("totals.flops"), flops);
        add("memory", phrases.get("totals.memory", batchSize), memory);
    }

    private void add(String count, String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("totals-name");
        Label number = new Label(value);
        number.getStyleClass().add("totals-value");
        HBox pair = new HBox(6, label, number);
        pair.setAlignment(Pos.BASELINE_LEFT);
        WhatIsThis.explain(pair, () -> phrases.counts(count));
        getChildren().add(pair);
    }
}
