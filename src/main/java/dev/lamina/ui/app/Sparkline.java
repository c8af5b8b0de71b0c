package dev.lamina.ui.app;

import dev.lamina.metric.Points;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** A curve so small that it has no axes: from 0 to 1 from below to above, whole epochs from left to right. */
final class Sparkline extends Region {
    private static final double WIDTH = 64;
    private static final double HEIGHT = 20;

    Sparkline(Points points) {
        Polyline line = new Polyline(IntStream.range(0, points.size())
                .filter(i -> Double.isFinite(points.y()[i]))
                .boxed()
                .flatMapToDouble(i -> DoubleStream.of(
                        WIDTH * i / Math.max(1, points.size() - 1), HEIGHT * (1 - Math.clamp(points.y()[i], 0, 1))))
                .toArray());
        line.getStyleClass().add("sparkline");
        getChildren().add(line);
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }
}
