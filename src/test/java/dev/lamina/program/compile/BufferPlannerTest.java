package dev.lamina.program.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.optim.DecayScope;
import dev.lamina.nn.optim.Sgd;
import dev.lamina.program.ElementOperation;
import dev.lamina.program.Operation;
import dev.lamina.program.Program;
import dev.lamina.program.Value;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BufferPlannerTest {
    private static final long ALIGNMENT = 64;

    @Test
    void valuesThatLiveAtOneTimeDoNotOverlap() {
        Program program = Programs.training(Networks.residual(), 3, new Sgd(0.9, true), DecayScope.WEIGHTS);
        BufferPlan plan = BufferPlanner.plan(program, v -> v.shape().size() * 4, ALIGNMENT, _ -> Map.of());
        Map<Value, int[]> lives = lives(program);
        List<Value> values = new ArrayList<>(plan.offsets().keySet());
        assertTrue(values.size() > 30);
        for (Value a : values) {
            assertTrue(plan.offsets().get(a) + a.shape().size() * 4 <= plan.arenaBytes());
            for (Value b : values) {
                boolean together = lives.get(a)[0] <= lives.get(b)[1] && lives.get(b)[0] <= lives.get(a)[1];
                boolean overlap = plan.offsets().get(a)
                                < plan.offsets().get(b) + b.shape().size() * 4
                        && plan.offsets().get(b)
                                < plan.offsets().get(a) + a.shape().size() * 4;
                assertTrue(a.equals(b) || !together || !overlap, () -> a + " and " + b + " overlap");
            }
        }
        long sum = values.stream().mapToLong(v -> v.shape().size() * 4).sum();
        assertTrue(plan.arenaBytes() < sum, "memory is reused: " + plan.arenaBytes() + " of " + sum);
    }

    @Test
    void anOutputTakesOverAnInputThatIsNotReadAgain() {
        var builder = new ProgramBuilder();
        Value x = builder.input("x", Shape.of(100));
        Value a = builder.intermediate("a", Shape.of(100));
        Value b = builder.intermediate("b", Shape.of(100));
        Value c = builder.intermediate("c", Shape.of(100));
        builder.add(new ElementOperation.Sum("a", List.of(x, x), a));
        builder.add(new ElementOperation.Sum("b", List.of(a, x), b));
        builder.add(new ElementOperation.Sum("c", List.of(b, b), c));
        Program program = builder.build("sums", Map.of("c", c));
        BufferPlan plan = BufferPlanner.plan(
                program,
                v -> v.shape().size() * 4,
                ALIGNMENT,
                o -> Map.of(o.outputs().getFirst(), o.inputs().getFirst()));
        assertEquals(448, plan.arenaBytes());
        BufferPlan apart = BufferPlanner.plan(program, v -> v.shape().size() * 4, ALIGNMENT, _ -> Map.of());
        assertEquals(896, apart.arenaBytes());
    }

    private static Map<Value, int[]> lives(Program program) {
        Map<Value, int[]> lives = new HashMap<>();
        for (int i = 0; i < program.operations().size(); i++) {
            Operation operation = program.operations().get(i);
            for (Value value : operation.outputs()) {
                lives.computeIfAbsent(value, _ -> new int[2])[0] = i;
                lives.get(value)[1] = i;
            }
            for (Value value : operation.inputs()) {
                if (lives.containsKey(value)) {
                    lives.get(value)[1] = i;
                }
            }
        }
        program.outputs()
                .values()
                .forEach(v -> lives.get(v)[1] = program.operations().size());
        return lives;
    }
}
