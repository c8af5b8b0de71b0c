package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Lanes;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.WorkerGrid3D;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** One run of a kernel: how it enters a task graph, and the grid of its work items in whole groups. */
public record KernelTask(Launch launch, long columns, long rows, long layers, int groupColumns, int groupRows) {
    /** Adds the kernel with its arguments to a graph, under a name. */
    public interface Launch {
        void addTo(TaskGraph graph, String name, KernelContext context, FloatArray memory);
    }

    /** A work item for each of n elements. */
    public static KernelTask elements(long n, Launch launch) {
        return new KernelTask(launch, roundUp(n, Lanes.GROUP), 1, 1, Lanes.GROUP, 1);
    }

    /** So many work groups that each sum up together. */
    public static KernelTask groups(long groups, Launch launch) {
        return new KernelTask(launch, Math.multiplyExact(groups, (long) Lanes.GROUP), 1, 1, Lanes.GROUP, 1);
    }

    /** A square work group of {@code side} for each tile of a matrix. */
    public static KernelTask tiles(long rows, long columns, int side, Launch launch) {
        return new KernelTask(launch, roundUp(columns, side), roundUp(rows, side), 1, side, side);
    }

    /** So many square work groups of {@code side} across, down and in layers. */
    public static KernelTask blocks(long across, long down, long layers, int side, Launch launch) {
        return new KernelTask(launch, across * side, down * side, layers, side, side);
    }

    /** The grid TornadoVM is to run. */
    public WorkerGrid grid() {
        WorkerGrid grid = groupRows == 1
                ? new WorkerGrid1D(Math.toIntExact(columns))
                : new WorkerGrid3D(Math.toIntExact(columns), Math.toIntExact(rows), Math.toIntExact(layers));
        grid.setLocalWork(groupColumns, groupRows, 1);
        return grid;
    }

    private static long roundUp(long n, int multiple) {
        return (n + multiple - 1) / multiple * multiple;
    }
}
