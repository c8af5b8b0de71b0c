package dev.lamina.backend.tornado.plan;

import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.UpdateOperation;
import dev.lamina.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The updates of a program that one task can do together: same optimizer, same rule, same hyperparameters, every gradient
 * an intermediate with no other reader, and nothing after the first update that touches what they touch. They run in the
 * place of the last.
 */
final class UpdateGroups {
    private final List<List<UpdateOperation>> groups = new ArrayList<>();
    private final Map<UpdateOperation, List<UpdateOperation>> groupOfLast = new LinkedHashMap<>();
    private final Set<UpdateOperation> earlier = new HashSet<>();

    private UpdateGroups() {}

    static UpdateGroups of(Program program) {
        UpdateGroups groups = new UpdateGroups();
        Map<Object, List<UpdateOperation>> byRule = new LinkedHashMap<>();
        Map<Value, Integer> uses = uses(program);
        for (Operation operation : program.operations()) {
            if (operation instanceof UpdateOperation update && packable(update, uses, program)) {
                byRule.computeIfAbsent(rule(update), _ -> new ArrayList<>()).add(update);
            }
        }
        byRule.values().stream().filter(group -> group.size() > 1).forEach(groups::add);
        return groups;
    }

    /** All groups, of two updates or more. */
    List<List<UpdateOperation>> all() {
        return groups;
    }

    /** What is to be done at an update: nothing where a later one of its group does it, its whole group at the last. */
    List<UpdateOperation> at(UpdateOperation update) {
        if (earlier.contains(update)) {
            return List.of();
        }
        return groupOfLast.getOrDefault(update, List.of(update));
    }

    /** What an update changes beside its parameter, in the order of the kernel's arguments. */
    static List<Value> states(UpdateOperation update) {
        return switch (update) {
            case UpdateOperation.Sgd sgd -> List.of(sgd.velocity());
            case UpdateOperation.Adam adam -> List.of(adam.firstMoment(), adam.secondMoment());
        };
    }

    static Value parameter(UpdateOperation update) {
        return switch (update) {
            case UpdateOperation.Sgd sgd -> sgd.parameter();
            case UpdateOperation.Adam adam -> adam.parameter();
        };
    }

    static Value gradient(UpdateOperation update) {
        return switch (update) {
            case UpdateOperation.Sgd sgd -> sgd.gradient();
            case UpdateOperation.Adam adam -> adam.gradient();
        };
    }

    private void add(List<UpdateOperation> group) {
        groups.add(group);
        groupOfLast.put(group.getLast(), group);
        earlier.addAll(group.subList(0, group.size() - 1));
    }

    /** All that has to be the same in a group. */
    private static Object rule(UpdateOperation update) {
        return switch (update) {
            case UpdateOperation.Sgd sgd -> List.of(sgd.nesterov(), sgd.rule(), sgd.hyperparameters());
            case UpdateOperation.Adam adam -> List.of(adam.optimizer(), adam.rule(), adam.hyperparameters());
        };
    }

    private static boolean packable(UpdateOperation update, Map<Value, Integer> uses, Program program) {
        List<Operation> operations = program.operations();
        List<Operation> after = operations.subList(operations.indexOf(update) + 1, operations.size());
        boolean untouched = after.stream()
                .noneMatch(later -> touches(later, parameter(update))
                        || states(update).stream().anyMatch(state -> touches(later, state)));
        boolean own = gradient(update).kind() == Value.Kind.INTERMEDIATE
                && uses.getOrDefault(gradient(update), 0) == 1
                && !program.outputs().containsValue(gradient(update));
        return untouched && own && !program.outputs().containsValue(parameter(update));
    }

    private static boolean touches(Operation operation, Value value) {
        return operation.inputs().contains(value) || operation.outputs().contains(value);
    }

    private static Map<Value, Integer> uses(Program program) {
        Map<Value, Integer> uses = new LinkedHashMap<>();
        program.operations()
                .forEach(operation -> new HashSet<>(operation.inputs()).forEach(v -> uses.merge(v, 1, Integer::sum)));
        return uses;
    }
}
