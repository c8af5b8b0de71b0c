package dev.lamina.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.tensor.BadInputException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {
    private static final String CONFIG =
            "{\"data\": {\"source\": \"moons\"}, \"network\": {\"preset\": {\"type\": \"mlp\", \"hiddenWidths\": [6]}}}";

    private static ExperimentConfig with(String... overrides) {
        return RecordFiles.parse(CONFIG, "c.json", ExperimentConfig.class, Arrays.asList(overrides));
    }

    private static String refused(String... overrides) {
        return assertThrows(BadInputException.class, () -> with(overrides)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activation.initialAlpha=0.5 activation=mpelu",
                "activation=mpelu activation.initialAlpha=0.5",
                "activation={\"type\":\"mpelu\"} activation.initialAlpha=0.5 activation.type=mpelu activation.initialAlpha=0.5"
            })
    void whatHoldsFurtherKeysIsReplacedBeforeThem(String overrides) {
        Mpelu activation =
                assertInstanceOf(Mpelu.class, with(overrides.split(" ")).activation());
        assertEquals(0.5, activation.initialAlpha());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    seed=1 | seed=2
                    activation=relu | activation.type=mpelu
                    data.validation=null | data.validation.count=5
                    activation={"type":"mpelu","initialAlpha":1} | activation.initialAlpha=0.5
                    data.augmentations=["horizontal-flip"] | data.augmentations.0=cutout
                    """)
    void twoThatContradictAreRefusedInAnyOrder(String one, String other) {
        String message = "--set " + other + ": contradicts --set " + one + "; give one of them";
        assertEquals(message, refused(one, other));
        assertEquals(
                List.of(one),
                List.of(one).stream().filter(refused(other, one)::contains).toList());
    }

    @Test
    void anUnknownKeyIsFoundBelowAReplacedParent() {
        String message = refused("activation.initialAlfa=0.5", "activation=mpelu");
        assertTrue(
                message.startsWith("--set activation.initialAlfa=0.5 (activation.initialAlfa): unknown key; did"),
                message);
    }

    @Test
    void theOneThatGaveTheWrongValueIsNamed() {
        String message = refused("activation.initialAlpha=x", "activation=mpelu");
        assertEquals("--set activation.initialAlpha=x (activation.initialAlpha): must be a number, is \"x\"", message);
    }

    @Test
    void whatBeginsLikeJsonAndIsNoneIsSaidToBe() {
        assertEquals(
                "--set activation={type:mpelu}: the value is not JSON: no key in double quotes where one must be;"
                        + " add the quotes, or remove a comma too many, and put single quotes around all of it",
                refused("activation={type:mpelu}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "training.", "seed=", "data.source=", "activation.", "sweep.k="})
    void aLongOneIsCut(String beginning) {
        String override = beginning + "x".repeat(5000) + (beginning.endsWith(".") ? "=1" : "");
        String message = refused(override);
        assertTrue(message.startsWith("--set " + override.substring(0, 60) + "…"), message);
        assertTrue(message.length() < 700, message);
    }

    @Test
    void keysWithoutEndAreRefused() {
        assertTrue(refused("sweep" + ".x".repeat(20_000) + "=1")
                .endsWith("no configuration goes so deep; take keys away"));
    }
}
