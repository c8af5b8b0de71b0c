package dev.lamina.figure.write;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.Panel;
import dev.lamina.setting.SettingValues;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The figure as a Python script: what its panels are, and a drawing of the CSV file that lies beside it. */
final class PythonFigure {
    private static final String TEMPLATE = "/dev/lamina/figure/matplotlib.py";

    private PythonFigure() {}

    static byte[] of(Drawing drawing) {
        List<Panel> panels = drawing.spec().panels();
        List<Map<String, Object>> described = IntStream.range(0, panels.size())
                .mapToObj(i -> panel(drawing, i))
                .toList();
        Map<String, String> filled = Map.of(
                "PANELS", SettingValues.json(described),
                "SIZE", drawing.widthPoints() / 72 + ", " + drawing.heightPoints() / 72,
                "COLUMNS", String.valueOf(drawing.style().panelsPerRow(panels.size())),
                "TYPE", String.valueOf(drawing.style().fontSizePoints()));
        String script = template();
        for (Map.Entry<String, String> entry : filled.entrySet()) {
            script = script.replace("@" + entry.getKey() + "@", entry.getValue());
        }
        return script.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> panel(Drawing drawing, int index) {
        Panel panel = drawing.spec().panels().get(index);
        Map<String, List<Object>> looks = new TreeMap<>();
        drawing.renderer()
                .looks()
                .get(index)
                .forEach((name, look) -> looks.put(
                        name,
                        List.of(String.format(Locale.ROOT, "#%06x", look.color().getRGB() & 0xFFFFFF), look.dashes())));
        return new TreeMap<>(Map.of(
                "title",
                panel.title(),
                "x",
                panel.x().label(),
                "y",
                panel.left().label(),
                "xLog",
                panel.x().scale() == AxisScale.LOGARITHMIC ? 1 : 0,
                "yLog",
                panel.left().scale() == AxisScale.LOGARITHMIC ? 1 : 0,
                "bars",
                panel.beneath().isEmpty() ? 0 : 1,
                "looks",
                looks));
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(PythonFigure.class.getResourceAsStream(TEMPLATE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
