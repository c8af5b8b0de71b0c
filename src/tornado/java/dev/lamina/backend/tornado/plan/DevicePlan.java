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
 */
public record DevicePlan(
        List<PlannedOperation> operations, Stretch persistent, Stretch inputs, Stretch outputs, long size) {
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
    public static DevicePlan of(Program program) {
        UpdateGroups groups = UpdateGroups.of(program);
        MemoryPlan memory = MemoryPlan.of(program, groups);
        List<PlannedOperation> operations = new ArrayList<>();
        for (int i = 0; i < program.operations().size(); i++) {
            Operation operation = program.operations().get(i);
            memory.begin(operation);
            List<KernelTask> tasks = lower(operation, memory, groups);
            memory.end(i, operation);
            operations.add(new PlannedOperation(OperationPlan.of(operation, algorithm(operation, tasks)), tasks));
        }
        return new DevicePlan(
                operations,
                Stretch.of(memory.persistent()),
                Stretch.of(memory.inputs()),
                Stretch.of(memory.outputs()),
                memory.size());
    }

    private static List<KernelTask> lower(Operation operation, Addresses addresses, UpdateGroups groups) {
        return switch (operation) {
            case InputOperation input -> List.of(InputLowering.lower(input, addresses));
            case ConvolutionOperation convolution -> ConvolutionLowering.lower(convolution, addresses);
            case LinearOperation linear -> LinearLowering.lower(linear, addresses);
            case NormOperation norm -> NormLowering.lower(norm, addresses);
            case ActivationOperation activation -> ActivationLowering.lower(activation, addresses);
            case PoolOperation pool -> List.of(PoolLowering.lower(pool, addresses));
            case ElementOperation element -> ElementLowering.lower(element, addresses);
            case WeightOperation weight -> List.of(WeightLowering.lower(weight, addresses));
            case LossOperation loss -> LossLowering.lower(loss, addresses);
            case UpdateOperation update -> UpdateLowering.lower(groups.at(update), addresses);
        };
    }

    private static String algorithm(Operation operation, List<KernelTask> tasks) {
        return switch (operation) {
            case ConvolutionOperation convolution -> ConvolutionLowering.algorithm(convolution);
            case LinearOperation _ -> "tiled product";
            case UpdateOperation _ -> tasks.isEmpty() ? "with a later update" : "element by element";
            default -> tasks.size() + (tasks.size() == 1 ? " kernel" : " kernels");
        };
    }
}
