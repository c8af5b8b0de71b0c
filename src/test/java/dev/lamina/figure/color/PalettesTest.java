package dev.lamina.figure.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.tensor.BadInputException;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class PalettesTest {
    @Test
    void theColorsAreTheAuthorsOwn() {
        assertEquals(
                List.of("000000", "E69F00", "56B4E9", "009E73", "F0E442", "0072B2", "D55E00", "CC79A7"),
                Palettes.of("okabe-ito").colors());
        assertEquals(
                List.of("004488", "DDAA33", "BB5566"),
                Palettes.of("tol-high-contrast").colors());
        for (String table : List.of("viridis", "cividis", "magma")) {
            assertEquals(256, Palettes.of(table).colors().size());
        }
        List<String> viridis = Palettes.of("viridis").colors();
        assertEquals(
                List.of("440154", "3B528B", "21918C", "FDE725"),
                List.of(viridis.get(0), viridis.get(64), viridis.get(128), viridis.get(255)));
    }

    @Test
    void yellowIsNotDrawnOnWhite() {
        List<Color> onWhite = Palettes.of("okabe-ito").on(Color.WHITE);
        assertEquals(7, onWhite.size());
        assertFalse(onWhite.contains(new Color(0xF0E442)));
        assertFalse(Palettes.of("okabe-ito").on(Color.BLACK).contains(Color.BLACK));
    }

    @Test
    void sequentialPalettesRiseInLightness() {
        for (String table : List.of("viridis", "cividis", "magma")) {
            double before = -1;
            for (Color color : Palettes.of(table).awt().stream().toList()) {
                double lightness = Lab.of(color).lightness();
                assertTrue(lightness > before - 0.6, table + " " + color);
                before = lightness;
            }
        }
    }

    @Test
    void anUnknownOneIsRefusedWithTheNearest() {
        String message = assertThrows(BadInputException.class, () -> Palettes.of("viridi"))
                .getMessage();
        assertTrue(message.contains("did you mean \"viridis\""), message);
    }
}
