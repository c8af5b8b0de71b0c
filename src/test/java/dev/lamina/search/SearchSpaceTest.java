package dev.lamina.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {
    private static SearchSpace conditional() {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        dimensions.put("activation.initialAlpha", new LinearRange(0.1, 1, Map.of("activation", List.of("mpelu"))));
        dimensions.put("activation", Spaces.choice("relu", "elu", "mpelu"));
        return Spaces.of(dimensions);
    }

    @Test
    void aDimensionExistsWhereItsConditionHoldsAlone() {
        SearchSpace space = conditional();
        assertEquals(
                List.of("activation", "activation.initialAlpha"),
                List.copyOf(space.dimensions().keySet()));
        assertEquals(Map.of("activation", "relu"), space.at(0.1, 0.5).values());
        assertEquals(
                Map.of("activation", "mpelu", "activation.initialAlpha", 0.55),
                space.at(0.9, 0.5).values());
    }

    @Test
    void everyValueComesBackFromItsPlace() {
        SplittableRandom random = new SplittableRandom(1);
        for (Dimension dimension : List.of(
                Spaces.linear(-3, 5),
                new LogRange(1e-6, 10, Map.of()),
                new IntegerRange(-2, 9, Map.of()),
                Spaces.choice(1, "two", true))) {
            for (int i = 0; i < 100; i++) {
                Object value = dimension.value(random.nextDouble());
                Object again = dimension.value(dimension.unit(value));
                if (value instanceof Double number) {
                    assertEquals(number, (double) again, Math.abs(number) * 1e-12 + 1e-14);
                } else {
                    assertEquals(value, again);
                }
            }
        }
    }

    @Test
    void wholeNumbersIncludeBothEnds() {
        IntegerRange range = new IntegerRange(3, 5, Map.of());
        Set<Object> values = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            values.add(range.value(i / 300.0));
        }
        assertEquals(Set.of(3, 4, 5), values);
    }

    @Test
    void aGridIsEveryCombinationOnceAndThenNothing() {
        List<Point> points = new ArrayList<>();
        Grid grid = new Grid(4);
        Optional<Point> next = grid.next(conditional(), List.of(), 0, 1);
        while (next.isPresent()) {
            points.add(next.get());
            next = grid.next(conditional(), List.of(), points.size(), 1);
        }
        assertEquals(1 + 1 + 4, points.size());
        assertEquals(points.size(), new HashSet<>(points).size());
        assertEquals(0.1, Spaces.number(points.get(2), "activation.initialAlpha"), 1e-12);
        assertEquals(1, Spaces.number(points.get(5), "activation.initialAlpha"), 1e-12);
    }

    @Test
    void aConditionOnNothingOrOnItselfIsRefused() {
        assertRefused(Map.of("a", new LinearRange(0, 1, Map.of("b", List.of(1)))), "no choice of this search");
        assertRefused(
                Map.of(
                        "a", new Choice(List.of(1, 2), Map.of("b", List.of(1))),
                        "b", new Choice(List.of(1, 2), Map.of("a", List.of(1)))),
                "exists only if it exists itself");
        assertRefused(
                Map.of("a", new LinearRange(0, 1, Map.of("b", List.of(3))), "b", Spaces.choice(1, 2)),
                "values that b never has");
        assertRefused(Map.of(), "nothing varies");
    }

    private static void assertRefused(Map<String, Dimension> dimensions, String why) {
        BadInputException refused = assertThrows(BadInputException.class, () -> Spaces.of(dimensions));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }
}
