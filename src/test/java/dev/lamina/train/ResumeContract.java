package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lamina.backend.Backend;
import dev.lamina.data.Augmentation;
import dev.lamina.data.BatchPlan;
import dev.lamina.data.CutMix;
import dev.lamina.data.Cutout;
import dev.lamina.data.Mixup;
import dev.lamina.data.PadCrop;
import dev.lamina.data.Remainder;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.graph.ConstrainedLayers;
import dev.lamina.graph.NetworkResolver;
import dev.lamina.graph.ResolvedNetwork;
import dev.lamina.graph.SequentialGraph;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.nn.activation.Rrelu;
import dev.lamina.nn.block.ConvNormActivation;
import dev.lamina.nn.head.HingePower;
import dev.lamina.nn.head.SvmHead;
import dev.lamina.nn.layer.DropBlock;
import dev.lamina.nn.layer.DropSchedule;
import dev.lamina.nn.layer.Dropout;
import dev.lamina.nn.layer.GlobalAveragePool;
import dev.lamina.nn.optim.Adam;
import dev.lamina.nn.regularizer.EqualNorm;
import dev.lamina.nn.regularizer.EqualNormForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every backend owes a run: stopped anywhere and resumed, it is the uninterrupted one bit for bit. */
abstract class ResumeContract {
    abstract Backend backend();

    /** Before the first step, inside an epoch, after its last step but before it is measured, before the very end. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 7, 8})
    void aRunStoppedAfterAnyStepAndResumedIsTheUninterruptedOneBitForBit(long stopAfter) {
        assertResumesBitForBit(SmallRun.plan(), stopAfter);
    }

    @Test
    void adamResumesBitForBitToo() {
        assertResumesBitForBit(SmallRun.with(SmallRun.plan(), "optimizer", new Adam(0.9, 0.999, 1e-8)), 4);
    }

    @Test
    void trainedWeightsUnderAConstraintResumeBitForBitToo() {
        ResolvedNetwork constrained = ConstrainedLayers.constrain(
                SmallRun.network(0.2), new EqualNorm(EqualNormForm.CENTERED_ROWS, 1, 1e-4, 1e-3));
        assertResumesBitForBit(SmallRun.with(SmallRun.plan(), "network", constrained), 4);
    }

    /** Linear stages of 2 · 9 steps, WNLL stages of 2 · 3: inside each, and where one ends and another begins. */
    @ParameterizedTest
    @ValueSource(longs = {5, 17, 18, 20, 23, 24, 30, 42, 46})
    void aRunResumesAcrossItsStagesBitForBit(long stopAfter) {
        assertResumesBitForBit(SmallRun.wnllPlan(), stopAfter);
    }

    static Stream<BatchPlan> regularizedBatches() {
        List<Augmentation> cut = List.of(new PadCrop(1), new Cutout(2));
        return Stream.of(
                new BatchPlan(8, Remainder.KEEP, cut),
                new BatchPlan(8, Remainder.KEEP, cut, Optional.of(new Mixup(0.4))),
                new BatchPlan(8, Remainder.KEEP, cut, Optional.of(new CutMix(1, 0.7))));
    }

    @ParameterizedTest
    @MethodSource("regularizedBatches")
    void mixedAndCutImagesResumeBitForBitToo(BatchPlan batches) {
        assertResumesBitForBit(SmallRun.with(SmallRun.plan(), "batches", batches), 4);
    }

    @Test
    void randomLayersResumeBitForBitToo() {
        SequentialGraph graph = new SequentialGraph()
                .then("block", new ConvNormActivation(4, 3, 1, new Rrelu(0.125, 0.5)))
                .then("drop", new DropBlock(2, 0.7, DropSchedule.LINEAR))
                .then("pool", new GlobalAveragePool())
                .then("dropout", new Dropout(0.3));
        ResolvedNetwork network = NetworkResolver.resolve(
                        graph.head(new SvmHead(true, HingePower.SQUARED)), SmallRun.IMAGE, SmallRun.CLASSES)
                .orThrow();
        assertResumesBitForBit(SmallRun.with(SmallRun.plan(), "network", network), 4);
    }

    private void assertResumesBitForBit(TrainingPlan plan, long stopAfter) {
        SmallRun.Result whole = SmallRun.run(backend(), plan, Optional.empty(), new CommandQueue(), (_, _) -> {});
        CommandQueue commands = new CommandQueue();
        if (stopAfter == 0) {
            commands.submit(new TrainingCommand.Stop());
        }
        SmallRun.Result first = SmallRun.run(backend(), plan, Optional.empty(), commands, (event, queue) -> {
            if (event instanceof TrainingEvent.StepCompleted step && step.step() == stopAfter) {
                queue.submit(new TrainingCommand.Stop());
            }
        });
        TrainingOutcome.Stopped stopped = assertInstanceOf(TrainingOutcome.Stopped.class, first.outcome());
        assertEquals(stopAfter, stopped.progress().step());
        assertEquals(stopAfter, first.events(TrainingEvent.StepCompleted.class).size(), "stops before the next step");
        SmallRun.Result second =
                SmallRun.run(backend(), plan, Optional.of(first.last()), new CommandQueue(), (_, _) -> {});
        List<EpochMetrics> joined = new ArrayList<>(first.metrics());
        joined.addAll(second.metrics());
        assertEquals(whole.metrics(), joined);
        SmallRun.assertSameValues(whole.last(), second.last());
    }
}
