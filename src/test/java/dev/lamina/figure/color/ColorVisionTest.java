package dev.lamina.figure.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ColorVisionTest {
    @Test
    void graysLookAlikeToEveryone() {
        for (ColorVision vision : ColorVision.values()) {
            for (int level : new int[] {0, 64, 128, 255}) {
                Color seen = vision.seen(new Color(level, level, level));
                assertEquals(level, seen.getRed(), 1, vision + " " + level);
                assertEquals(level, seen.getGreen(), 1, vision + " " + level);
                assertEquals(level, seen.getBlue(), 1, vision + " " + level);
            }
        }
    }

    @Test
    void redAndGreenRunTogetherWithoutRedOrGreenCones() {
        Color red = new Color(0xB85050);
        Color green = new Color(0x6E8B3D);
        double normal = difference(ColorVision.NORMAL, red, green);
        assertTrue(normal > 40, normal + "");
        assertTrue(difference(ColorVision.DEUTAN, red, green) < normal / 3);
        assertTrue(difference(ColorVision.PROTAN, red, green) < normal / 2);
        assertTrue(difference(ColorVision.TRITAN, red, green) > normal / 2);
    }

    private static double difference(ColorVision vision, Color a, Color b) {
        return Lab.of(vision.seen(a)).difference(Lab.of(vision.seen(b)));
    }
}
