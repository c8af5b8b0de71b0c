package dev.lamina.backend.tornado.plan;

import dev.lamina.backend.OperationPlan;
import dev.lamina.program.ActivationOperation;
import dev.lamina.program.ConvolutionOperation;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.InputOperation;
import dev.lamina.program.LinearOperation;
import dev.lamina.program.LossOperation;
import dev.lamina.program.NormOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.PoolOperation;
import dev.lamina.program.Program;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.Value;
import dev.lamina.program.WeightOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tasks of a program's operations on one array of memory, in order.
 *
 * @param size floats of the memory
 * @param products matrices beside it
 */
public record DevicePlan(
        List<PlannedOperation> operations,
        Stretch persistent,
        Stretch inputs,
        Stretch outputs,
        long size,
        ProductArrays.Sizes products) {
    /** 20 arguments a task at most, 15 + 5 bytes an argument: so many tasks fit into the 8192 bytes of a graph. */
    private static final int MAX_TASKS = 64;

    /** An operation's tasks and how they compute it. */
    public record PlannedOperation(OperationPlan description, List<KernelTask> tasks) {}

    /** A stretch of the memory that is moved at once; {@code places} are offsets from its beginning. */
    public record Stretch(int start, int size, Map<Value, Integer> places) {
        private static Stretch of(MemoryPlan.Region region) {
            return new Stretch((int) region.start(), (int) region.size(), region.places());
        }

        public boolean isEmpty() {
            return size == 0;
        }
    }

    /** Plans a program whose shapes fit. A size beyond what an array can hold is the caller's to refuse. */
    public static DevicePlan of(Program program, ProductRoutine routine) {
        UpdateGroups groups = UpdateGroups.of(program);
        MemoryPlan memory = MemoryPlan.of(program, groups);
        List<PlannedOperation> operations = new ArrayList<>();
        for (int i = 0; i < program.operations().size(); i++) {
            Operation operation = program.operations().get(i);
            memory.begin(operation);
            List<KernelTask> tasks = lower(operation, memory, groups, routine);
            memory.end(i, operation);
            operations.add(
                    new PlannedOperation(OperationPlan.of(operation, algorithm(operation, tasks, routine)), tasks));
        }
        return new DevicePlan(
                operations,
                Stretch.of(memory.persistent()),
                Stretch.of(memory.inputs()),
                Stretch.of(memory.outputs()),
                memory.size(),
                memory.products());
    }

    /** The tasks in as few graphs as TornadoVM's limits allow. */
    public List<List<KernelTask>> parts() {
        List<List<KernelTask>> parts = new ArrayList<>();
        List<KernelTask> part = new ArrayList<>();
        for (PlannedOperation operation : operations) {
            if (part.size() + operation.tasks().size() > MAX_TASKS) {
                parts.add(part);
                part = new ArrayList<>();
            }
            part.addAll(operation.tasks());
        }
        parts.add(part);
        return parts;
    }

    private static List<KernelTask> lower(
            Operation operation, Addresses addresses, UpdateGroups groups, ProductRoutine routine) {
        return switch (operation) {
            case InputOperation input -> List.of(InputLowering.lower(input, addresses));
            case ConvolutionOperation convolution -> ConvolutionLowering.lower(convolution, addresses, routine);
            case LinearOperation linear -> LinearLowering.lower(linear, addresses, routine);
            case NormOperation norm -> NormLowering.lower(norm, addresses);
            case ActivationOperation activation -> ActivationLowering.lower(activation, addresses);
            case PoolOperation pool -> List.of(PoolLowering.lower(pool, addresses));
            case ElementOperation element -> ElementLowering.lower(element, addresses);
            case WeightOperation weight -> List.of(WeightLowering.lower(weight, addresses));
            case LossOperation loss -> LossLowering.lower(loss, addresses);
            case UpdateOperation update -> UpdateLowering.lower(groups.at(update), addresses);
        };
    }

    private static String algorithm(Operation operation, List<KernelTask> tasks, ProductRoutine routine) {
        return switch (operation) {
            case ConvolutionOperation convolution -> ConvolutionLowering.algorithm(convolution, routine);
            case LinearOperation linear -> LinearLowering.algorithm(linear, routine);
            case UpdateOperation _ -> tasks.isEmpty() ? "with a later update" : "element by element";
            default -> tasks.size() + (tasks.size() == 1 ? " kernel" : " kernels");
        };
    }
}
