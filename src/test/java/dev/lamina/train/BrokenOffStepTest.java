package dev.lamina.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lamina.backend.Backend;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.backend.Executable;
import dev.lamina.backend.OperationPlan;
import dev.lamina.backend.Session;
import dev.lamina.backend.SessionSettings;
import dev.lamina.backend.UnservedSetting;
import dev.lamina.backend.reference.ReferenceBackend;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.metric.EpochMetrics;
import dev.lamina.program.Program;
import dev.lamina.tensor.HostTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stop that comes in the middle of a step, when the step has changed values already. */
class BrokenOffStepTest {
    private static final TrainingPlan PLAN = SmallRun.plan();

    /** There are 3 steps an epoch, and a checkpoint after each epoch. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 2", "4, 3", "5, 5"})
    void aStepIsBrokenOffWhereItCanBeTakenBackAndFinishedElsewhere(int stopDuring, int stepsDone) {
        CommandQueue commands = new CommandQueue();
        SmallRun.Result first =
                SmallRun.run(new Interrupting(stopDuring, commands), PLAN, Optional.empty(), commands, (_, _) -> {});
        TrainingOutcome.Stopped stopped = assertInstanceOf(TrainingOutcome.Stopped.class, first.outcome());
        assertEquals(stepsDone, stopped.progress().step());
        SmallRun.Result second = SmallRun.run(PLAN, Optional.of(first.last()), new CommandQueue(), (_, _) -> {});
        SmallRun.Result whole = SmallRun.start(PLAN);
        List<EpochMetrics> joined = new ArrayList<>(first.metrics());
        joined.addAll(second.metrics());
        assertEquals(whole.metrics(), joined);
        SmallRun.assertSameValues(whole.last(), second.last());
    }

    /** The reference backend, but a stop comes when the n-th training step is all but done, and is seen there. */
    private static final class Interrupting implements Backend {
        private final Backend backend = new ReferenceBackend();
        private final CommandQueue commands;
        private int stepsLeft;

        Interrupting(int stopDuring, CommandQueue commands) {
            this.stepsLeft = stopDuring;
            this.commands = commands;
        }

        @Override
        public String id() {
            return backend.id();
        }

        @Override
        public DeviceDescription device() {
            return backend.device();
        }

        @Override
        public Optional<UnservedSetting> unserved(SessionSettings settings) {
            return backend.unserved(settings);
        }

        @Override
        public Session open(SessionSettings settings) {
            return new InterruptingSession(backend.open(settings));
        }

        private final class InterruptingSession implements Session {
            private final Session session;

            InterruptingSession(Session session) {
                this.session = session;
            }

            @Override
            public Executable prepare(Program program) {
                return new InterruptingExecutable(session.prepare(program));
            }

            @Override
            public Set<String> names() {
                return session.names();
            }

            @Override
            public HostTensor read(String name) {
                return session.read(name);
            }

            @Override
            public void write(String name, HostTensor value) {
                session.write(name, value);
            }

            @Override
            public int threads() {
                return session.threads();
            }

            @Override
            public long memoryBytes() {
                return session.memoryBytes();
            }

            @Override
            public void close() {
                session.close();
            }
        }

        private final class InterruptingExecutable implements Executable {
            private final Executable executable;

            InterruptingExecutable(Executable executable) {
                this.executable = executable;
            }

            @Override
            public Map<String, HostTensor> run(Map<String, HostTensor> inputs) {
                return executable.run(inputs);
            }

            @Override
            public Map<String, HostTensor> run(Map<String, HostTensor> inputs, BooleanSupplier interrupted) {
                Map<String, HostTensor> outputs = executable.run(inputs);
                if (inputs.containsKey(Program.HYPERPARAMETERS) && --stepsLeft == 0) {
                    commands.submit(new TrainingCommand.Stop());
                }
                if (interrupted.getAsBoolean()) {
                    throw new CancellationException("interrupted");
                }
                return outputs;
            }

            @Override
            public List<OperationPlan> plan() {
                return executable.plan();
            }

            @Override
            public List<Double> profileSeconds(Map<String, HostTensor> inputs) {
                return executable.profileSeconds(inputs);
            }

            @Override
            public void close() {
                executable.close();
            }
        }
    }
}
