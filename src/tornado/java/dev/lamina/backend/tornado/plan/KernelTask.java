package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.tornado.kernel.Lanes;
import java.util.Optional;
import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.TaskGraph;
import uk.ac.manchester.tornado.api.WorkerGrid;
import uk.ac.manchester.tornado.api.WorkerGrid1D;
import uk.ac.manchester.tornado.api.WorkerGrid3D;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * One run of a kernel: how it enters a task graph, and the grid of its work items in whole groups. A call of a library has
 * no grid, its columns are 0.
 */
public record KernelTask(Launch launch, long columns, long rows, long layers, int groupColumns, int groupRows) {
    /** Adds the kernel with its arguments to a graph, under a name. */
    public interface Launch {
        void addTo(TaskGraph graph, String name, KernelContext context, DeviceArrays arrays);
    }

    /** The same for a kernel that works on the program's memory alone. */
    public interface MemoryLaunch {
        void addTo(TaskGraph graph, String name, KernelContext context, FloatArray memory);

        private Launch launch() {
            return (graph, name, context, arrays) -> addTo(graph, name, context, arrays.memory());
        }
    }

    /** A work item for each of n elements. */
    public static KernelTask elements(long n, MemoryLaunch launch) {
        return productElements(n, launch.launch());
    }

    /** A work item for each of n elements of a product's matrix. */
    static KernelTask productElements(long n, Launch launch) {
        return new KernelTask(launch, roundUp(n, Lanes.GROUP), 1, 1, Lanes.GROUP, 1);
    }

    /** So many work groups that each sum up together. */
    public static KernelTask groups(long groups, MemoryLaunch launch) {
        return new KernelTask(launch.launch(), Math.multiplyExact(groups, (long) Lanes.GROUP), 1, 1, Lanes.GROUP, 1);
    }

    /** A square work group of {@code side} for each tile of a matrix. */
    public static KernelTask tiles(long rows, long columns, int side, MemoryLaunch launch) {
        return productTiles(rows, columns, side, launch.launch());
    }

    /** The same for a kernel that works on a product's matrices. */
    static KernelTask productTiles(long rows, long columns, int side, Launch launch) {
        return new KernelTask(launch, roundUp(columns, side), roundUp(rows, side), 1, side, side);
    }

    /** So many square work groups of {@code side} across, down and in layers. */
    public static KernelTask blocks(long across, long down, long layers, int side, MemoryLaunch launch) {
        return new KernelTask(launch.launch(), across * side, down * side, layers, side, side);
    }

    /** A call of a library. */
    static KernelTask library(Launch launch) {
        return new KernelTask(launch, 0, 0, 0, 0, 0);
    }

    /** The grid TornadoVM is to run; none for a call of a library. */
    public Optional<WorkerGrid> grid() {
        if (columns == 0) {
            return Optional.empty();
        }
        WorkerGrid grid = groupRows == 1
                ? new WorkerGrid1D(Math.toIntExact(columns))
                : new WorkerGrid3D(Math.toIntExact(columns), Math.toIntExact(rows), Math.toIntExact(layers));
        grid.setLocalWork(groupColumns, groupRows, 1);
        return Optional.of(grid);
    }

    private static long roundUp(long n, int multiple) {
        return (n + multiple - 1) / multiple * multiple;
    }
}
