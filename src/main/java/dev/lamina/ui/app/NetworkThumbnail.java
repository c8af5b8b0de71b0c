package dev.lamina.ui.app;

import dev.lamina.graph.LayerSummary;
import dev.lamina.graph.NetworkSummary;
import dev.lamina.nn.layer.WindowPool;
import dev.lamina.setting.SettingValues;
import dev.lamina.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;

/**
 * A network at a glance: one bar for every layer that computes, as high as its images and as wide as its channels are
 * many, both on logarithmic scales; arcs are shortcuts.
 */
final class NetworkThumbnail extends Canvas {
    private static final double MARGIN = 14;
    private static final double SHORTCUT_ROOM = 14;
    private static final Color POOL = Color.web("#e08a00");
    private static final Set<String> WINDOW_POOLS = SettingValues.choices(WindowPool.class).stream()
            .map(SettingValues.Choice::id)
            .collect(Collectors.toSet());

    private record Bar(double width, double height, Color color) {}

    /** @param arcFrom index of the first bar an arc spans, arcTo of the last */
    private record Shortcut(int arcFrom, int arcTo) {}

    NetworkThumbnail(NetworkSummary network, double width, double height) {
        super(width, height);
        List<Bar> bars = new ArrayList<>();
        List<Shortcut> shortcuts = new ArrayList<>();
        collect(network, bars, shortcuts);
        draw(getGraphicsContext2D(), bars, shortcuts);
    }

    private static void collect(NetworkSummary network, List<Bar> bars, List<Shortcut> shortcuts) {
        List<String> names = new ArrayList<>();
        for (LayerSummary layer : network.layers()) {
            Optional<Color> color = color(layer.type());
            if (color.isPresent()) {
                bars.add(bar(layer.outputShape(), color.get()));
                names.add(layer.name());
            } else if (layer.type().equals("add") && layer.name().contains("/")) {
                // The bars of the block that the shortcut goes around.
                String block = layer.name().substring(0, layer.name().lastIndexOf('/') + 1);
                List<Integer> inside = IntStream.range(0, names.size())
                        .filter(i -> names.get(i).startsWith(block))
                        .boxed()
                        .toList();
                if (inside.size() > 1) {
                    shortcuts.add(new Shortcut(inside.getFirst(), inside.getLast()));
                }
            }
        }
    }

    private static Optional<Color> color(String type) {
        return switch (type) {
            case "conv2d" -> Optional.of(Color.web("#3b82c4"));
            case "linear" -> Optional.of(Color.web("#8c6bb1"));
            case "global-average-pool" -> Optional.of(POOL);
            default -> WINDOW_POOLS.contains(type) ? Optional.of(POOL) : Optional.empty();
        };
    }

    private static Bar bar(Shape shape, Color color) {
        boolean image = shape.rank() == 3;
        double channels = shape.axis(0);
        double side = image ? shape.axis(1) : Math.sqrt(channels) / 2;
        return new Bar(2 + Math.log(channels + 1), 2 + Math.log(side + 1) / Math.log(2), color);
    }

    private void draw(GraphicsContext g, List<Bar> bars, List<Shortcut> shortcuts) {
        double total = bars.stream().mapToDouble(Bar::width).sum();
        double highest = bars.stream().mapToDouble(Bar::height).max().orElse(1);
        double gap = Math.min(5, (getWidth() - 2 * MARGIN) * 0.35 / Math.max(1, bars.size()));
        double unit = Math.min(2.6, (getWidth() - 2 * MARGIN - gap * (bars.size() - 1)) / total);
        double unitHeight = (getHeight() - 2 * MARGIN - SHORTCUT_ROOM) / highest;
        double base = getHeight() - MARGIN;
        double x = (getWidth() - total * unit - gap * (bars.size() - 1)) / 2;
        double[] middles = new double[bars.size()];
        double[] tops = new double[bars.size()];
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double middle = base - highest * unitHeight / 2;
            double height = bar.height() * unitHeight;
            g.setFill(bar.color());
            g.fillRoundRect(x, middle - height / 2, bar.width() * unit, height, 3, 3);
            middles[i] = x + bar.width() * unit / 2;
            tops[i] = middle - height / 2;
            x += bar.width() * unit + gap;
        }
        g.setStroke(Color.web("#009e73"));
        g.setLineWidth(1.4);
        for (Shortcut shortcut : shortcuts) {
            double from = middles[shortcut.arcFrom()];
            double to = middles[shortcut.arcTo()];
            double top = Math.min(tops[shortcut.arcFrom()], tops[shortcut.arcTo()]) - 2;
            g.strokeArc(from, top - SHORTCUT_ROOM / 2, to - from, SHORTCUT_ROOM, 0, 180, ArcType.OPEN);
        }
    }
}
