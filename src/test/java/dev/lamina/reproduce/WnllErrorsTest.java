package dev.lamina.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cells of METHODS section 1.3, from each column. */
class WnllErrorsTest {
    private static double error(String network, String head, int images) {
        return WnllErrors.published(network, head, images).orElseThrow().value();
    }

    @Test
    void cellsAreThoseOfThePaper() {
        assertEquals(15, WnllErrors.networks().size());
        assertEquals(9.06, error("resnet20", "vanilla", 50_000));
        assertEquals(4.17, error("resnet50", "wnll", 50_000));
        assertEquals(8.06, error("resnet110", "svm", 50_000));
        assertEquals(9.12, error("vgg13", "vanilla", 10_000));
        assertEquals(6.05, error("preactresnet50", "wnll", 10_000));
        assertEquals(42.94, error("resnet110", "vanilla", 1_000));
        assertEquals(19.02, error("preactresnet34", "wnll", 1_000));
    }

    @Test
    void whatThePaperDoesNotGiveIsNotThere() {
        assertEquals(Optional.empty(), WnllErrors.published("resnet20", "svm", 1_000));
        assertEquals(Optional.empty(), WnllErrors.published("resnet20", "vanilla", 2_000));
        assertEquals(Optional.empty(), WnllErrors.published("resnet1001", "vanilla", 1_000));
    }
}
