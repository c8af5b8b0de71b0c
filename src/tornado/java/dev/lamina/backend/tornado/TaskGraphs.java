package dev.lamina.backend.tornado;

import dev.lamina.backend.tornado.kernel.Elements;
import dev.lamina.backend.tornado.plan.DevicePlan;
import dev.lamina.backend.tornado.plan.KernelTask;
import java.util.ArrayList;
import java.util.List;
import uk.ac.manchester.tornado.api.GridScheduler;
import uk.ac.manchester.tornado.api.ImmutableTaskGraph;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.enums.DataTransferMode;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * The task graphs of a plan, chained by the memory that each takes over from the one that ran before it:
 *
 * <pre>
 *   0            persistent values up                (first, and whenever another program or the host changed them)
 *   1 … last−1   inputs up, the operations, outputs down
 *   last         persistent values down              (when asked for)
 * </pre>
 *
 * A graph sees only what the graph executed just before it left on the device, so each takes over all that is kept; the
 * first alone owns it, and frees it. Every task is named here, and its grid with it: TornadoVM runs a kernel without its grid in part and says nothing.
 */
final class TaskGraphs {
    private final DeviceMemory memory;
    private final KernelContext context = new KernelContext();
    private final GridScheduler grids = new GridScheduler();
    private final List<TaskGraph> graphs = new ArrayList<>();
    private final List<Integer> tasksBefore = new ArrayList<>();
    private int tasks;

    private TaskGraphs(DeviceMemory memory) {
        this.memory = memory;
    }

    /** As few graphs as TornadoVM's limits allow. */
    static TaskGraphs of(DevicePlan plan, DeviceMemory memory) {
        return new TaskGraphs(memory).chain(plan, plan.parts());
    }

    /** A graph for the inputs, one for each operation that has tasks, one for the outputs. */
    static TaskGraphs byOperation(DevicePlan plan, DeviceMemory memory) {
        List<List<KernelTask>> parts = new ArrayList<>();
        parts.add(List.of());
        plan.operations().stream()
                .map(DevicePlan.PlannedOperation::tasks)
                .filter(tasks -> !tasks.isEmpty())
                .forEach(parts::add);
        parts.add(List.of());
        return new TaskGraphs(memory).chain(plan, parts);
    }

    ImmutableTaskGraph[] snapshots() {
        return graphs.stream().map(TaskGraph::snapshot).toArray(ImmutableTaskGraph[]::new);
    }

    GridScheduler grids() {
        return grids;
    }

    /** Number of the graph that brings the persistent values down; those of a run lie between it and graph 0. */
    int last() {
        return graphs.size() - 1;
    }

    /** Kernels in the graphs of a run that come before this one. */
    int tasksBefore(int graph) {
        return tasksBefore.get(graph) - tasksBefore.get(1);
    }

    private TaskGraphs chain(DevicePlan plan, List<List<KernelTask>> parts) {
        TaskGraph up = begin("up").transferToDevice(DataTransferMode.EVERY_EXECUTION, memory.staging());
        add(
                up,
                "load",
                load(
                        memory.staging(),
                        plan.persistent().start(),
                        memory.staging().getSize()));
        // An array is there for later graphs once a task has used it.
        for (FloatArray matrix : memory.kernels().products().used()) {
            add(up, "touch" + tasks, store(plan.persistent().start(), matrix, 1));
        }
        graphs.add(up.persistOnDevice(memory.kept()));
        for (int i = 0; i < parts.size(); i++) {
            graphs.add(part(plan, parts.get(i), i, i == parts.size() - 1));
        }
        TaskGraph down = begin("down").consumeFromDevice(memory.kept());
        add(
                down,
                "store",
                store(
                        plan.persistent().start(),
                        memory.staging(),
                        memory.staging().getSize()));
        graphs.add(down.transferToHost(DataTransferMode.EVERY_EXECUTION, memory.staging()));
        return this;
    }

    private TaskGraph part(DevicePlan plan, List<KernelTask> tasks, int index, boolean last) {
        TaskGraph graph = begin("part" + index).consumeFromDevice(memory.kept());
        if (index == 0 && !plan.inputs().isEmpty()) {
            graph.transferToDevice(DataTransferMode.EVERY_EXECUTION, memory.inputs());
            add(
                    graph,
                    "load",
                    load(memory.inputs(), plan.inputs().start(), plan.inputs().size()));
        }
        for (int i = 0; i < tasks.size(); i++) {
            add(graph, "task" + i, tasks.get(i));
        }
        if (last && !plan.outputs().isEmpty()) {
            add(
                    graph,
                    "store",
                    store(
                            plan.outputs().start(),
                            memory.outputs(),
                            plan.outputs().size()));
            graph.transferToHost(DataTransferMode.EVERY_EXECUTION, memory.outputs());
        }
        return graph;
    }

    private TaskGraph begin(String name) {
        tasksBefore.add(tasks);
        return new TaskGraph(name);
    }

    private void add(TaskGraph graph, String name, KernelTask task) {
        task.launch().addTo(graph, name, context, memory.kernels());
        tasks++;
        task.grid().ifPresent(grid -> grids.addWorkerGrid(graph.getTaskGraphName() + "." + name, grid));
    }

    private static KernelTask load(FloatArray from, int to, int n) {
        return KernelTask.elements(
                n, (graph, name, context, m) -> graph.task(name, Elements::laminaLoad, context, from, m, to, n));
    }

    private static KernelTask store(int from, FloatArray to, int n) {
        return KernelTask.elements(
                n, (graph, name, context, m) -> graph.task(name, Elements::laminaStore, context, m, from, to, n));
    }
}
