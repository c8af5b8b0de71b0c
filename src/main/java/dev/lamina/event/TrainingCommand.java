package dev.lamina.event;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;

/** What a running training can be told; it is obeyed between two steps, but for {@link Measure}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface TrainingCommand {
    /** Finish the step, write a checkpoint, end. */
    @JsonTypeName("stop")
    record Stop() implements TrainingCommand {}

    /** Write a checkpoint and end once so many epochs are done in all; nothing where there are fewer. */
    @JsonTypeName("stop-after")
    record StopAfter(int epochs) implements TrainingCommand {
        public StopAfter {
            if (epochs < 1) {
                throw new BadInputException(Message.of("event.epochs", epochs));
            }
        }
    }

    /** Wait after this step. */
    @JsonTypeName("pause")
    record Pause() implements TrainingCommand {}

    /** Go on after a pause. */
    @JsonTypeName("resume")
    record Resume() implements TrainingCommand {}

    /** Do one step, or what is due after the last one of an epoch, then wait. */
    @JsonTypeName("do-step")
    record DoStep() implements TrainingCommand {}

    /** Do the steps that are left of the epoch and what is due after them, then wait. */
    @JsonTypeName("do-epoch")
    record DoEpoch() implements TrainingCommand {}

    /** The next step has this rate; the schedule goes on from there in proportion. Above 0 and finite. */
    @JsonTypeName("set-learning-rate")
    record SetLearningRate(double learningRate) implements TrainingCommand {
        public SetLearningRate {
            if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
                throw new BadInputException(Message.of("event.learningRate", learningRate));
            }
        }
    }

    /** Weight decay λ from the next step on, at least 0. */
    @JsonTypeName("set-weight-decay")
    record SetWeightDecay(double weightDecay) implements TrainingCommand {
        public SetWeightDecay {
            if (!(weightDecay >= 0 && weightDecay < Double.POSITIVE_INFINITY)) {
                throw new BadInputException(Message.of("event.weightDecay", weightDecay));
            }
        }
    }

    /**
     * Measure the parameters as they are after the last step, beside the training, which goes on meanwhile; at once, in the
     * middle of a step too, where a copy of them is at hand and no command before says where to stand. The answer is a
     * {@link TrainingEvent.ReadingMeasured}, or a {@link TrainingEvent.CommandRefused} if the probe does not fit the run.
     *
     * @param id comes back with the answer
     * @param probe as JSON, as in probes.readings of a configuration: {@code "confusion-matrix"} or an object with its type
     */
    @JsonTypeName("measure")
    record Measure(String id, @JsonRawValue String probe) implements TrainingCommand {}

    /** From now on a step begins no sooner than a period after the one before; 0 for as fast as it goes. */
    @JsonTypeName("set-pace")
    record SetPace(double stepsPerSecond) implements TrainingCommand {
        private static final double SLOWEST = 0.05;

        public SetPace {
            if (stepsPerSecond != 0 && !(stepsPerSecond >= SLOWEST && stepsPerSecond < Double.POSITIVE_INFINITY)) {
                throw new BadInputException(Message.of("event.pace", SLOWEST, stepsPerSecond));
            }
        }
    }

    /** Keep the newest states in memory from now on, so that {@link GoBack} can go there; 0 forgets them. */
    @JsonTypeName("keep-states")
    record KeepStates(double states) implements TrainingCommand {
        private static final int MOST = 10_000;

        public KeepStates {
            if (!(states >= 0 && states <= MOST && states == Math.rint(states))) {
                throw new BadInputException(Message.of("event.states", MOST, states));
            }
        }
    }

    /**
     * Stand where the run stood after a step, or after the last one before it of which a state is kept. States of later
     * steps can be gone to until the next step is done.
     */
    @JsonTypeName("go-back")
    record GoBack(double step) implements TrainingCommand {
        public GoBack {
            if (!(step >= 0 && step == Math.rint(step))) {
                throw new BadInputException(Message.of("event.step", step));
            }
        }
    }

    /** Momentum μ of SGD from the next step on, at least 0 and below 1; Adam has none and ignores it. */
    @JsonTypeName("set-momentum")
    record SetMomentum(double momentum) implements TrainingCommand {
        public SetMomentum {
            if (!(momentum >= 0 && momentum < 1)) {
                throw new BadInputException(Message.of("event.momentum", momentum));
            }
        }
    }
}
