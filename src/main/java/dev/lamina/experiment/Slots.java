package dev.lamina.experiment;

import dev.lamina.archive.RunFolder;
import dev.lamina.archive.RunLock;
import dev.lamina.archive.RunState;
import dev.lamina.archive.StoredRun;
import dev.lamina.event.CommandQueue;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Does the jobs of a sweep, as many at once as there are slots. With one slot everything that a run says is passed on; with
 * several, that each began and ended, and signs of life.
 *
 * @param here does a run on the calling thread
 * @param elsewhere does it in a process of its own
 */
record Slots(int count, RunDoor here, RunDoor elsewhere, TrainingListener listener, CommandQueue commands) {
    private static final long PULSE_NANOS = 2_000_000_000L;
    private static final long LOOK_MILLIS = 200;

    /** What a process whose parent was killed needs to write its checkpoint, and more. */
    private static final long MOST_LOOKS = 300;

    /** How a job ended: with a result, or not at all. */
    record Ended(
            Job job, @Nullable RunResult result, @Nullable Throwable failure) {}

    /** What is told of each job that ended; false to begin no further one. */
    interface Judge {
        /** Whether to go on. */
        boolean take(Ended ended);
    }

    /** Works until nothing is left, or until a stop was asked for and all have ended. */
    void work(Jobs jobs, Path sweep, Judge judge) {
        new Shift(this, jobs, sweep, judge).work();
    }

    /** One time of working on a sweep. */
    private static final class Shift {
        private final Slots slots;
        private final Jobs jobs;
        private final Path sweep;
        private final Judge judge;
        private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
        private final List<CommandQueue> running = new ArrayList<>();
        private final List<TrainingCommand> held = new ArrayList<>();
        private boolean stopping;
        private long pulseNanos = System.nanoTime();

        Shift(Slots slots, Jobs jobs, Path sweep, Judge judge) {
            this.slots = slots;
            this.jobs = jobs;
            this.sweep = sweep;
            this.judge = judge;
        }

        void work() {
            slots.commands().passOn(this::deliver);
            int busy = 0;
            while (true) {
                while (busy < slots.count() && mayBegin()) {
                    Optional<Job> next = jobs.next();
                    if (next.isEmpty()) {
                        break;
                    }
                    launch(next.get());
                    busy++;
                }
                if (busy == 0) {
                    return;
                }
                Ended one = take();
                busy--;
                tell(one);
                jobs.ended(one.job());
                if (!judge.take(one)) {
                    deliver(new TrainingCommand.Stop());
                }
            }
        }

        private synchronized boolean mayBegin() {
            return !stopping;
        }

        private Ended take() {
            while (true) {
                try {
                    return ended.take();
                } catch (InterruptedException _) {
                    // Whoever interrupts wants it to stop, and a job that is at work ends in good order.
                    deliver(new TrainingCommand.Stop());
                }
            }
        }

        /** A command for those at work; one that comes before the first begins is for that one. */
        private synchronized void deliver(TrainingCommand command) {
            stopping |= command instanceof TrainingCommand.Stop;
            if (running.isEmpty()) {
                held.add(command);
            }
            running.forEach(queue -> queue.submit(command));
        }

        private synchronized CommandQueue begun(Job job) {
            CommandQueue queue = new CommandQueue();
            job.untilEpochs().ifPresent(epochs -> queue.submit(new TrainingCommand.StopAfter(epochs)));
            held.forEach(queue::submit);
            held.clear();
            running.add(queue);
            return queue;
        }

        private void launch(Job job) {
            CommandQueue queue = begun(job);
            Path folder = job.member().folder(new RunFolder(sweep)).path();
            say(new TrainingEvent.TrialStarted(
                    job.number(),
                    jobs.planned(),
                    folder.toString(),
                    job.member().label(),
                    job.untilEpochs().orElse(job.member().config().epochs())));
            Thread.ofPlatform().name("trial-" + job.number()).start(() -> ended.add(done(job, folder, queue)));
        }

        private Ended done(Job job, Path folder, CommandQueue queue) {
            try {
                return new Ended(job, run(job, folder, queue), null);
            } catch (InterruptedException | RuntimeException | Error e) {
                return new Ended(job, null, e);
            } finally {
                leave(queue);
            }
        }

        private synchronized void leave(CommandQueue queue) {
            running.remove(queue);
        }

        private RunResult run(Job job, Path folder, CommandQueue queue) throws InterruptedException {
            if (slots.count() == 1) {
                return slots.here().startOrGoOn(job.member().config(), folder, slots.listener(), queue);
            }
            awaitUnlocked(new RunFolder(folder));
            return slots.elsewhere().startOrGoOn(job.member().config(), folder, this::pulse, queue);
        }

        /** A run that lost its parent stops by itself, which takes a moment. */
        private static void awaitUnlocked(RunFolder folder) throws InterruptedException {
            if (StoredRun.in(folder.path()).isFinished()) {
                return;
            }
            for (int looks = 0; looks < MOST_LOOKS && RunLock.isIn(folder); looks++) {
                try (RunLock _ = RunLock.of(folder)) {
                    return;
                } catch (BadInputException _) {
                    Thread.sleep(LOOK_MILLIS);
                }
            }
        }

        private void pulse(TrainingEvent event) {
            if (event instanceof TrainingEvent.CommandRefused) {
                say(event);
            } else if (isDue()) {
                say(new TrainingEvent.WorkContinued());
            }
        }

        /** Several runs may have something to say at once. */
        private void say(TrainingEvent event) {
            synchronized (ended) {
                slots.listener().on(event);
            }
        }

        private synchronized boolean isDue() {
            long now = System.nanoTime();
            boolean due = now - pulseNanos > PULSE_NANOS;
            pulseNanos = due ? now : pulseNanos;
            return due;
        }

        private void tell(Ended one) {
            RunResult result = one.result();
            RunState state = result == null ? RunState.FAILED : result.state();
            say(new TrainingEvent.TrialEnded(
                    one.job().number(),
                    jobs.planned(),
                    one.job().member().folder(new RunFolder(sweep)).path().toString(),
                    state.name().toLowerCase(Locale.ROOT),
                    result == null ? null : result.last()));
        }
    }
}
