package dev.lamina.event;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.metric.Reading;
import dev.lamina.metric.StageLabel;
import dev.lamina.metric.Tag;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** Something that happened in a run. Epochs and steps count from 1, steps over the whole run; 0 is before the first. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TrainingEvent {
    /** The number of the language of events and commands; it grows when a program that knows it would be misled. */
    int PROTOCOL = 3;

    /**
     * Training begins or goes on.
     *
     * @param protocol {@link #PROTOCOL}
     * @param stepsDone steps that were done before, 0 unless the run was resumed
     * @param device what the backend computes on, in words
     */
    @JsonTypeName("run-started")
    record RunStarted(
            int protocol,
            String name,
            String folder,
            int epochs,
            int stepsPerEpoch,
            long stepsDone,
            int trainingImages,
            long parameters,
            String backend,
            String device,
            long seed)
            implements TrainingEvent {}

    /**
     * Something is to be said of the data, such as files that are left out; follows {@link RunStarted}.
     *
     * @param kind "warning" or "note"
     */
    @JsonTypeName("data-noticed")
    record DataNoticed(String kind, Message text) implements TrainingEvent {}

    /**
     * Training goes on in another way, or in the first of several; also after a run was resumed inside a stage.
     *
     * @param step steps done before
     * @param stage its id and alternation; "linear" trains everything, "wnll" the buffer block
     * @param lastEpoch of this stage
     */
    @JsonTypeName("stage-started")
    record StageStarted(long step, StageLabel stage, int firstEpoch, int lastEpoch, int stepsPerEpoch)
            implements TrainingEvent {}

    /**
     * An initializer scaled the weights to the first batch (LSUV), before the first step.
     *
     * @param layers how many
     * @param largestDeviation of the variance of their outputs from 1
     */
    @JsonTypeName("weights-scaled")
    record WeightsScaled(int layers, double largestDeviation, double durationSeconds) implements TrainingEvent {}

    /**
     * The backend has come this far with compiling the kernels of a program, which it does when the program runs for
     * the first time; 0 announces it.
     *
     * @param compiled of {@code kernels}
     */
    @JsonTypeName("kernels-compiled")
    record KernelsCompiled(int compiled, int kernels) implements TrainingEvent {
        /** No program is waiting for its kernels any more. */
        public boolean complete() {
            return compiled >= kernels;
        }
    }

    /**
     * The parameters were updated once.
     *
     * @param stepInEpoch from 1
     * @param loss mean over the batch
     * @param accuracy fraction of the batch
     * @param imagesPerSecond over this epoch so far, training alone
     * @param secondsLeft estimate for the whole run, NaN before there is one
     */
    @JsonTypeName("step-completed")
    record StepCompleted(
            int epoch,
            int stepInEpoch,
            int stepsPerEpoch,
            long step,
            double loss,
            double accuracy,
            double learningRate,
            double imagesPerSecond,
            double secondsLeft)
            implements TrainingEvent {}

    /**
     * A probe was read: as it was due, or because a command asked for it. GBR at an epoch's end also comes with the epoch's
     * metrics.
     *
     * @param id of the command, null of one that was due
     * @param probe kebab-case id: "gbr", "confusion-matrix"
     * @param step whose parameters were measured
     * @param readings by the ids of their tags
     */
    @JsonTypeName("reading-measured")
    record ReadingMeasured(
            @Nullable String id,
            String probe,
            int epoch,
            long step,

            @JsonSerialize(using = ReadingsSerializer.class) @JsonDeserialize(using = ReadingsDeserializer.class)
            Map<Tag, Reading> readings,

            double durationSeconds)
            implements TrainingEvent {
        public ReadingMeasured {
            readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
        }

        /** The measured number of a tag, empty where it was not measured. */
        public OptionalDouble value(Tag tag) {
            return readings.get(tag) instanceof Reading.Scalar(double value)
                    ? OptionalDouble.of(value)
                    : OptionalDouble.empty();
        }
    }

    /**
     * All steps of an epoch are done and measured.
     *
     * @param measuringSeconds evaluation and probes after the last step
     */
    @JsonTypeName("epoch-completed")
    record EpochCompleted(EpochMetrics metrics, int epochs, double measuringSeconds, double secondsLeft)
            implements TrainingEvent {}

    /**
     * The run can go on from here.
     *
     * @param kind "last" or "best" (by validation accuracy)
     */
    @JsonTypeName("checkpoint-written")
    record CheckpointWritten(int epoch, long step, String kind, String path) implements TrainingEvent {}

    /** A person changed a hyperparameter; it holds from the step after this one on. */
    @JsonTypeName("hyperparameter-changed")
    record HyperparameterChanged(long step, String hyperparameter, double value) implements TrainingEvent {}

    /** The run can go back to where it stands now, as long as it is among the newest states. */
    @JsonTypeName("state-kept")
    record StateKept(int epoch, long step) implements TrainingEvent {}

    /** The run stands where it stood after this step; what it did since has not happened once the next step is done. */
    @JsonTypeName("went-back")
    record WentBack(int epoch, long step) implements TrainingEvent {}

    /**
     * The loss is NaN or infinite; the run fails after this.
     *
     * @param layer the first layer, in the order of the data, where something was not finite before or in this step
     * @param place "input", "parameter weight", "output", "loss"
     */
    @JsonTypeName("non-finite-found")
    record NonFiniteFound(int epoch, long step, String layer, Message place) implements TrainingEvent {}

    /** The loop waits for a command; also after each step and each epoch that was asked for. */
    @JsonTypeName("run-paused")
    record RunPaused(long step) implements TrainingEvent {}

    /** The loop goes on after a pause. */
    @JsonTypeName("run-resumed")
    record RunResumed(long step) implements TrainingEvent {}

    /** Validation accuracy did not improve any more. */
    @JsonTypeName("stopped-early")
    record StoppedEarly(int epoch, int bestEpoch, double bestValidationAccuracy) implements TrainingEvent {}

    /** Stopped on request; a checkpoint of exactly this step was written. */
    @JsonTypeName("run-stopped")
    record RunStopped(int epoch, long step, String folder) implements TrainingEvent {}

    /** Every epoch is done, or early stopping ended the run. */
    @JsonTypeName("run-finished")
    record RunFinished(
            int epoch,
            long step,
            double durationSeconds,
            @Nullable EpochMetrics last) implements TrainingEvent {}

    /** The run could not go on; the message is one line. */
    @JsonTypeName("run-failed")
    record RunFailed(Message message) implements TrainingEvent {}

    /** Work that has no event of its own yet, such as an evaluation, got on; a sign of life, one every few seconds. */
    @JsonTypeName("work-continued")
    record WorkContinued() implements TrainingEvent {}

    /**
     * A run of a sweep or a search begins, or goes on.
     *
     * @param trial its number, from 1
     * @param planned how many there will be, at most
     * @param label what is special about it
     * @param untilEpochs where it pauses or ends
     */
    @JsonTypeName("trial-started")
    record TrialStarted(int trial, int planned, String folder, String label, int untilEpochs)
            implements TrainingEvent {}

    /**
     * A run of a sweep or a search finished, paused, stopped or failed.
     *
     * @param state as in run.json
     * @param last epoch that was measured
     */
    @JsonTypeName("trial-ended")
    record TrialEnded(
            int trial,
            int planned,
            String folder,
            String state,
            @Nullable EpochMetrics last) implements TrainingEvent {}

    /**
     * A line was no command, or one that cannot be obeyed; nothing else came of it.
     *
     * @param id that the command had, null if none could be read
     * @param line its beginning
     * @param reason one line
     */
    @JsonTypeName("command-refused")
    record CommandRefused(@Nullable String id, String line, Message reason) implements TrainingEvent {
        static CommandRefused of(@Nullable String id, String line, Message reason) {
            return new CommandRefused(id, cut(line), reason);
        }

        /** Of a text that may be of any length, enough to be recognized. */
        static String cut(String text) {
            return text.length() <= 80 ? text : text.substring(0, 80) + "…";
        }
    }
}
