package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.batch.FeatureReader;
import dev.lamina.batch.Interruption;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.nn.head.StageOutline.Interpolated;
import java.util.Optional;

/** Where a run stands among its stages, and the work of that stage; what the works share lives as long as the run. */
final class StageSequence implements AutoCloseable {
    private final TrainingPlan plan;
    private final SessionValues values;
    private final TrainingStages stages;
    private final TrainingStep linear;
    private final Optional<Interpolated> interpolated;
    private final Optional<FeatureReader> backbone;
    private final Optional<WnllStep> wnllStep;
    private Stage stage;
    private StageWork work;
    private boolean entered;

    StageSequence(TrainingPlan plan, Session session, SessionValues values, Interruption interruption) {
        this.plan = plan;
        this.values = values;
        this.stages = plan.stages();
        this.linear = new TrainingStep(session, plan);
        ResolvedNetwork network = plan.network();
        this.interpolated = network.head().interpolated();
        this.backbone = interpolated.map(_ -> new FeatureReader(
                session,
                network.firstLayers(network.features() + 1),
                plan.batches().batchSize(),
                interruption));
        this.wnllStep = interpolated.map(settings -> new WnllStep(session, plan, settings, interruption));
        this.stage = stages.all().getFirst();
        this.work = linear;
    }

    /**
     * Goes to the stage of the next step, if it is another one than before. A stage that begins forgets what the
     * optimizer remembers.
     *
     * @return whether it is another one, or the first
     * @throws java.util.concurrent.CancellationException if a stop comes before the stage can begin
     */
    boolean enter(Progress progress) {
        Stage next = stages.ofEpoch(progress.epoch());
        if (entered && next.equals(stage)) {
            return false;
        }
        if (progress.epoch() == next.firstEpoch() && progress.stepInEpoch() == 0) {
            values.forgetOptimizer();
        }
        work = switch (next) {
            case Stage.Linear _ -> linear;
            case Stage.Wnll wnll ->
                WnllWork.of(plan, wnll, interpolated.orElseThrow(), backbone.orElseThrow(), wnllStep.orElseThrow());
        };
        stage = next;
        entered = true;
        return true;
    }

    Stage stage() {
        return stage;
    }

    StageWork work() {
        return work;
    }

    @Override
    public void close() {
        linear.close();
        backbone.ifPresent(FeatureReader::close);
        wnllStep.ifPresent(WnllStep::close);
    }
}
