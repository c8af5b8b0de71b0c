package dev.lamina.figure.check;

import dev.lamina.figure.SeriesLook;
import dev.lamina.figure.color.ColorVision;
import dev.lamina.figure.color.Lab;
import dev.lamina.figure.text.NumberText;
import dev.lamina.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Curves of one panel that some eyes cannot tell apart: CIEDE2000 below 10 under protanopia, deuteranopia or tritanopia, or
 * below 8 in gray, while neither dashes nor markers differ.
 */
final class ColorCheck {
    private static final double LEAST_DIFFERENCE = 10;
    private static final double LEAST_IN_GRAY = 8;

    private ColorCheck() {}

    /** @param panels the looks of each panel's curves by their names */
    static List<Message> of(List<Map<String, SeriesLook>> panels) {
        List<Message> refused = new ArrayList<>();
        for (ColorVision vision : ColorVision.values()) {
            Pair worst = null;
            for (Map<String, SeriesLook> looks : panels) {
                Pair pair = worst(looks, vision);
                worst = pair != null && (worst == null || pair.difference() < worst.difference()) ? pair : worst;
            }
            double least = vision == ColorVision.GRAY ? LEAST_IN_GRAY : LEAST_DIFFERENCE;
            if (worst != null && worst.difference() < least) {
                refused.add(Message.of(
                        "figure.check.colors",
                        worst.first(),
                        worst.second(),
                        Message.of("figure.vision." + vision.name().toLowerCase(Locale.ROOT)),
                        NumberText.plain(worst.difference(), 1),
                        NumberText.of(least)));
            }
        }
        return refused;
    }

    private record Pair(String first, String second, double difference) {}

    private static @Nullable Pair worst(Map<String, SeriesLook> looks, ColorVision vision) {
        List<Map.Entry<String, SeriesLook>> all = List.copyOf(looks.entrySet());
        Pair worst = null;
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                SeriesLook a = all.get(i).getValue();
                SeriesLook b = all.get(j).getValue();
                if (!toldApartWithoutColor(a, b)) {
                    double difference = Lab.of(vision.seen(a.color())).difference(Lab.of(vision.seen(b.color())));
                    if (worst == null || difference < worst.difference()) {
                        worst = new Pair(all.get(i).getKey(), all.get(j).getKey(), difference);
                    }
                }
            }
        }
        return worst;
    }

    private static boolean toldApartWithoutColor(SeriesLook a, SeriesLook b) {
        return !a.dashes().equals(b.dashes()) || a.marker() != b.marker();
    }
}
