package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Lanes;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.WorkerGrid2D;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** One run of a kernel: how it enters a task graph, and the grid of its work items in whole groups. */
public record KernelTask(Launch launch, long columns, long rows, int groupColumns, int groupRows) {
    /** Adds the kernel with its arguments to a graph, under a name. */
    public interface Launch {
        void addTo(TaskGraph graph, String name, KernelContext context, FloatArray memory);
    }

    /** A work item for each of n elements. */
    public static KernelTask elements(long n, Launch launch) {
        return new KernelTask(launch, roundUp(n, Lanes.GROUP), 1, Lanes.GROUP, 1);
    }

    /** So many work groups that each sum up together. */
    public static KernelTask groups(long groups, Launch launch) {
        return new KernelTask(launch, Math.multiplyExact(groups, (long) Lanes.GROUP), 1, Lanes.GROUP, 1);
    }

    /** A square work group of {@code side} for each tile of a matrix. */
    public static KernelTask tiles(long rows, long columns, int side, Launch launch) {
        return new KernelTask(launch, roundUp(columns, side), roundUp(rows, side), side, side);
    }

    /** The grid TornadoVM is to run. */
    public WorkerGrid grid() {
        WorkerGrid grid = rows == 1 && groupRows == 1
                ? new WorkerGrid1D(Math.toIntExact(columns))
                : new WorkerGrid2D(Math.toIntExact(columns), Math.toIntExact(rows));
        grid.setLocalWork(groupColumns, groupRows, 1);
        return grid;
    }

    private static long roundUp(long n, int multiple) {
        return (n + multiple - 1) / multiple * multiple;
    }
}
