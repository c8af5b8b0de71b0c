package dev.lamina.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportanceTest {
    private static SearchSpace space() {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        dimensions.put("much", Spaces.linear(0, 1));
        dimensions.put("little", Spaces.linear(0, 1));
        dimensions.put("nothing", Spaces.choice("a", "b"));
        return Spaces.of(dimensions);
    }

    private static Importance of(int trials) {
        List<Observation> seen = Spaces.observed(
                new RandomPoints(),
                space(),
                p -> Math.pow(Spaces.number(p, "much") - 0.2, 2) + 0.02 * Spaces.number(p, "little"),
                trials,
                4);
        return Importance.of(space(), seen, 100, 1);
    }

    @Test
    void whatDecidesHasTheLargestShareAndAllAreOne() {
        Map<String, Importance.Share> shares = of(2000).share();
        assertTrue(shares.get("much").value() > 0.6, shares.toString());
        assertTrue(shares.get("much").value() > shares.get("little").value(), shares.toString());
        assertEquals(
                1, shares.values().stream().mapToDouble(Importance.Share::value).sum(), 1e-12);
    }

    @Test
    void theIntervalNarrowsWithTheTrials() {
        Importance.Share few = of(20).share().get("much");
        Importance.Share many = of(500).share().get("much");
        assertTrue(many.high() - many.low() < few.high() - few.low(), few + " " + many);
        assertTrue(many.low() <= many.value() && many.value() <= many.high(), many.toString());
    }

    @Test
    void ofNoTrialNothingIsTold() {
        Importance none = Importance.of(space(), List.of(), 10, 1);
        assertEquals(0, none.trials());
        none.share().values().forEach(share -> assertEquals(0, share.value()));
    }
}
