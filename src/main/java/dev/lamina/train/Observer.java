package dev.lamina.train;

import dev.lamina.backend.Session;
import dev.lamina.event.TrainingCommand;
import dev.lamina.event.TrainingEvent;
import dev.lamina.event.TrainingListener;
import dev.lamina.message.Message;
import dev.lamina.metric.Reading;
import dev.lamina.metric.Tag;
import dev.lamina.probe.Probe;
import dev.lamina.probe.ProbeSettings;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HostTensor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Answers commands to measure while the training goes on: a thread of its own measures copies of the
 * network's values in a session of its own. Probes stay prepared for the next question of the kind.
 */
final class Observer implements AutoCloseable {
    private static final int MOST_PREPARED = 8;

    private final TrainingPlan plan;
    private final Observing observing;
    private final TrainingListener listener;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("observer").factory());
    private final Map<String, Prepared> prepared = new LinkedHashMap<>();
    private volatile boolean closing;
    private @Nullable Session session;

    Observer(TrainingPlan plan, Observing observing, TrainingListener listener) {
        this.plan = plan;
        this.observing = observing;
        this.listener = listener;
    }

    private record Prepared(String id, Probe probe) {}

    /** Returns at once; the copy is closed when it has been measured. */
    void measure(TrainingCommand.Measure command, ValueCopies.Copy copy) {
        thread.execute(() -> {
            try (copy) {
                answer(command, copy.progress(), copy.values());
            } catch (CancellationException _) {
                // The run has ended.
            } catch (BadInputException e) {
                refuse(command, e.problem());
            } catch (UnsupportedOperationException e) {
                refuse(command, Message.verbatim(String.valueOf(e.getMessage())));
            }
        });
    }

    private void refuse(TrainingCommand.Measure command, Message reason) {
        listener.on(new TrainingEvent.CommandRefused(command.id(), command.probe(), reason));
    }

    private void answer(TrainingCommand.Measure command, Progress progress, Map<String, HostTensor> values) {
        if (closing) {
            return;
        }
        ProbeSettings settings = observing.reader().apply(command.probe());
        Stopwatch time = Stopwatch.start();
        Session current = session;
        if (current == null) {
            current = observing.sessions().get();
            session = current;
        }
        NetworkValues.load(current, plan.network(), values);
        Prepared probe = prepared(command.probe(), settings, current);
        Map<Tag, Reading> readings = probe.probe().measure(progress.epoch());
        listener.on(new TrainingEvent.ReadingMeasured(
                command.id(), probe.id(), progress.latestEpoch(), progress.step(), readings, time.seconds()));
    }

    /** The one asked for longest ago makes room. */
    private Prepared prepared(String key, ProbeSettings settings, Session current) {
        Prepared found = prepared.remove(key);
        if (found == null) {
            found = new Prepared(settings.id(), settings.open(plan.probeContext(current, () -> closing)));
            if (prepared.size() == MOST_PREPARED) {
                Iterator<Prepared> longestAgo = prepared.values().iterator();
                longestAgo.next().probe().close();
                longestAgo.remove();
            }
        }
        prepared.put(key, found);
        return found;
    }

    /** Breaks off what is being measured. */
    @Override
    public void close() {
        closing = true;
        thread.execute(() -> {
            prepared.values().forEach(p -> p.probe().close());
            if (session != null) {
                session.close();
            }
        });
        thread.shutdown();
        try {
            thread.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
