package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.data.Batch;
import dev.lamina.data.Batches;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.graph.Initialization;
import dev.lamina.nn.init.Lsuv;
import java.util.Collection;

/** A run's first values, drawn and, where the plan asks for it, scaled on its first batch. */
record FirstValues(TrainingPlan plan, Session session, TrainingListener listener, Pulse pulse) {
    void write(SessionValues values) {
        values.initialize(Initialization.draw(plan.network(), plan.initializer(), plan.seeds()));
        if (plan.initializer() instanceof Lsuv lsuv) {
            scaleWeights(lsuv);
        }
    }

    private void scaleWeights(Lsuv lsuv) {
        Stopwatch time = Stopwatch.start();
        Batches batches = Batches.shuffled(plan.data().training(), plan.normalization(), plan.batches(), plan.seeds());
        Batch batch = batches.allocate();
        batches.epoch(1).next(batch);
        Collection<Double> variances = new UnitVarianceScaling(session, plan, lsuv, pulse::beat)
                .scale(batch)
                .values();
        double largest =
                variances.stream().mapToDouble(v -> Math.abs(v - 1)).max().orElse(0);
        listener.on(new TrainingEvent.WeightsScaled(variances.size(), largest, time.seconds()));
    }
}
