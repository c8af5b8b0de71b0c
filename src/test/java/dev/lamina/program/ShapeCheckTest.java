package dev.lamina.program;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Precision;
import dev.lamina.backend.cases.ContractCases;
import dev.lamina.backend.cases.ConvolutionContract;
import dev.lamina.tensor.Shape;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeCheckTest {
    private static final Shape WRONG = Shape.of(11, 7);

    /** One operation of every type and set of optional values. */
    static Stream<Operation> operations() {
        Map<String, Operation> kinds = new LinkedHashMap<>();
        Stream.concat(ConvolutionContract.all(Precision.F32).stream(), ContractCases.all(Precision.F32).stream())
                .flatMap(c -> c.program().operations().stream())
                .forEach(o -> kinds.putIfAbsent(
                        o.getClass() + " " + o.inputs().size() + o.outputs().size(), o));
        return kinds.values().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void shapesThatFitPassAndEachOneThatDoesNotIsRefusedByItsLayersName(Operation operation) throws Exception {
        assertDoesNotThrow(() -> program(operation).requireShapes());
        for (Operation wrong : withOneWrongShape(operation)) {
            String message = assertThrows(
                            IllegalArgumentException.class, () -> program(wrong).requireShapes(), wrong::toString)
                    .getMessage();
            assertTrue(message.startsWith(operation.layer() + ": "), message);
        }
    }

    private static Program program(Operation operation) {
        return new Program("one operation", List.of(operation), Map.of());
    }

    /** The operation once for every value among its components, with another shape there. */
    private static List<Operation> withOneWrongShape(Operation operation) throws ReflectiveOperationException {
        RecordComponent[] components = operation.getClass().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = components[i].getAccessor().invoke(operation);
        }
        List<Operation> all = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            for (Object changed : misshapen(parts[i])) {
                Object[] others = parts.clone();
                others[i] = changed;
                all.add((Operation)
                        operation.getClass().getDeclaredConstructor(types).newInstance(others));
            }
        }
        return all;
    }

    private static List<Object> misshapen(Object part) {
        UnaryOperator<Value> wrong = value -> new Value(value.id(), value.name(), WRONG, value.kind());
        if (part instanceof Value value) {
            return List.of(wrong.apply(value));
        }
        if (part instanceof Optional<?> optional && optional.isPresent() && optional.get() instanceof Value value) {
            return List.of(Optional.of(wrong.apply(value)));
        }
        List<Object> all = new ArrayList<>();
        if (part instanceof NormParameters p) {
            all.add(new NormParameters(wrong.apply(p.scale()), p.shift(), p.runningMean(), p.runningVariance()));
            all.add(new NormParameters(p.scale(), wrong.apply(p.shift()), p.runningMean(), p.runningVariance()));
            all.add(new NormParameters(p.scale(), p.shift(), wrong.apply(p.runningMean()), p.runningVariance()));
            all.add(new NormParameters(p.scale(), p.shift(), p.runningMean(), wrong.apply(p.runningVariance())));
        }
        if (part instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                List<Object> changed = new ArrayList<>(list);
                changed.set(i, wrong.apply((Value) list.get(i)));
                all.add(changed);
            }
        }
        return all;
    }
}
