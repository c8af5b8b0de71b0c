package dev.lamina.bench;

import dev.lamina.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures workers against each other: all are started and warmed up, then take turns (A B C, A B C, …), so that
 * whatever slows the machine for a while slows all of them. Only one computes at any time.
 */
public final class Bench {
    private static final int FEWEST_STEPS = 2;

    /** Before the virtual machine's code of a kernel is final it is two to three times slower, for 20 to 25 steps. */
    private static final int FEWEST_WARM_UP_STEPS = 25;

    private static final double MILLISECONDS = 1e3;

    private final BenchOptions options;
    private final Consumer<Message> progress;

    /** @param progress takes a line whenever a measurement begins */
    public Bench(BenchOptions options, Consumer<Message> progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * One measurement for each task, in their order.
     *
     * @throws IllegalStateException if a worker fails, with what it said
     */
    public List<Measurement> measure(List<Task> tasks) {
        return measureBeside(List.of(0), tasks).getFirst();
    }

    /**
     * One measurement for each task beside each number of other busy processes, which take turns too.
     *
     * @throws IllegalStateException if a worker fails, with what it said
     */
    List<List<Measurement>> measureBeside(List<Integer> busy, List<Task> tasks) {
        List<WorkerProcess> workers = new ArrayList<>();
        try {
            List<Integer> turns = new ArrayList<>();
            for (Task task : tasks) {
                progress.accept(task.message());
                WorkerProcess worker = WorkerProcess.start(task);
                workers.add(worker);
                turns.add(warmUp(worker));
            }
            return takeTurns(busy, workers, turns);
        } finally {
            workers.forEach(WorkerProcess::close);
        }
    }

    /** Runs for a while; the number of steps that fill a turn. */
    private int warmUp(WorkerProcess worker) {
        double last = worker.steps(FEWEST_STEPS).getLast();
        List<Double> steps =
                worker.steps(Math.max(FEWEST_WARM_UP_STEPS - FEWEST_STEPS, count(options.warmUpSeconds(), last)));
        return count(options.turnSeconds(), steps.getLast());
    }

    private static int count(double seconds, double stepMilliseconds) {
        return Math.max(FEWEST_STEPS, (int) Math.round(seconds * MILLISECONDS / stepMilliseconds));
    }

    private List<List<Measurement>> takeTurns(List<Integer> busy, List<WorkerProcess> workers, List<Integer> turns) {
        List<List<List<Double>>> steps = busy.stream()
                .map(_ -> workers.stream()
                        .<List<Double>>map(_ -> new ArrayList<>())
                        .toList())
                .toList();
        for (int round = 0; round < options.rounds(); round++) {
            for (int load = 0; load < busy.size(); load++) {
                try (BusyProcesses _ = BusyProcesses.start(busy.get(load))) {
                    for (int i = 0; i < workers.size(); i++) {
                        steps.get(load).get(i).addAll(workers.get(i).steps(turns.get(i)));
                    }
                }
            }
        }
        return steps.stream().map(each -> measurements(workers, each)).toList();
    }

    private static List<Measurement> measurements(List<WorkerProcess> workers, List<List<Double>> steps) {
        List<Measurement> measurements = new ArrayList<>();
        for (int i = 0; i < workers.size(); i++) {
            WorkerProcess worker = workers.get(i);
            measurements.add(new Measurement(worker.task(), steps.get(i), worker.peakMemoryBytes()));
        }
        return measurements;
    }
}
