package dev.lamina.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.nn.activation.Activation;
import dev.lamina.nn.activation.Mpelu;
import dev.lamina.nn.activation.Sharing;
import dev.lamina.nn.layer.Conv2d;
import dev.lamina.tensor.BadInputException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingValuesTest {
    private static RecordComponent component(Class<?> type, String name) {
        return Records.components(type).stream()
                .filter(c -> c.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String fault(Class<?> type, String name, String json) {
        return assertThrows(BadInputException.class, () -> SettingValues.read(component(type, name), json))
                .getMessage();
    }

    @Test
    void valuesAreReadByTheRulesOfFiles() {
        assertEquals(7, SettingValues.read(component(Conv2d.class, "kernelSize"), "7"));
        assertEquals(Sharing.LAYER, SettingValues.read(component(Mpelu.class, "sharing"), "\"layer\""));
        assertEquals("must be at least 1 and at most 255, is 0", fault(Conv2d.class, "kernelSize", "0"));
        assertEquals("must be a whole number, is 1.5", fault(Conv2d.class, "kernelSize", "1.5"));
        assertTrue(fault(Conv2d.class, "kernelSize", "seven").startsWith("must be a whole number"));
        assertTrue(fault(Conv2d.class, "kernelSize", "").startsWith("must be a whole number"));
    }

    @Test
    void defaultsComeFromTheAnnotation() {
        assertEquals(Optional.of(1), SettingValues.defaultOf(component(Conv2d.class, "stride")));
        assertEquals(Optional.empty(), SettingValues.defaultOf(component(Conv2d.class, "kernelSize")));
    }

    @Test
    void choicesStandInTheOrderOfTheAnnotation() {
        assertEquals(
                "identity", SettingValues.choices(Activation.class).getFirst().id());
    }
}
