package dev.lamina.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.backend.Precision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KindShareTest {
    private static final Rates RATES = new Rates(Map.of(Precision.F32, 100e9));

    @Test
    void algorithmsOfOneKindAreSummedAndComparedWithThePeak() {
        List<KindShare> kinds = KindShare.of(
                List.of(
                        new ProfileLine("convolution forward", "winograd", 5, 4),
                        new ProfileLine("convolution forward", "direct", 1, 1),
                        new ProfileLine("norm forward", "vector", 6, 2),
                        new ProfileLine("norm backward", "vector", 6, 1),
                        new ProfileLine("update sgd", "vector", 9, 2)),
                Map.of("convolution forward", 0.25e9),
                RATES,
                Precision.F32);
        assertEquals(new KindShare("convolution forward", 5, 0.5, 50e9, 0.5), kinds.get(0));
        assertEquals(new KindShare("batch norm", 3, 0.3, Double.NaN, Double.NaN), kinds.get(1));
        assertEquals("other", kinds.get(2).kind());
        assertEquals(3, kinds.size());
        List<String> text =
                BenchReport.kinds(kinds).stream().map(Object::toString).toList();
        assertEquals(
                List.of("convolution", "forward", "5.00", "50.0", "50.0", "50"),
                List.of(text.get(1).split(" +")));
        assertTrue(text.get(2).endsWith("–"), text.toString());
    }

    @Test
    void theWorkOfAStepIsThatOfItsOperations() {
        var step = LaminaNetworks.step("resnet20@4");
        Map<String, Double> byOperation = FlopCount.byOperation(step);
        assertEquals(
                FlopCount.of(step),
                byOperation.values().stream().mapToDouble(Double::doubleValue).sum(),
                1);
        assertTrue(
                byOperation
                        .keySet()
                        .containsAll(Set.of(
                                "convolution forward",
                                "convolution backward data",
                                "convolution backward weights",
                                "linear forward")),
                byOperation.toString());
    }
}
