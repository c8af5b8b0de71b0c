package dev.lamina.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.Theme;
import dev.lamina.figure.Tint;
import dev.lamina.metric.Points;
import dev.lamina.metric.Scale;
import dev.lamina.metric.Side;
import dev.lamina.metric.Stored;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.fx.FxExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class ChartPaneTest {
    private static final ChartView VIEW = new ChartView(Scale.LINEAR, Scale.LINEAR, Set.of(), Theme.SCREEN_LIGHT);

    private final List<Pick> picks = new ArrayList<>();
    private final AtomicInteger pictures = new AtomicInteger();

    @Test
    void aClickOnAPointChoosesItAndEnterChoosesTheNewest() throws Exception {
        ChartPane pane = FxToolkit.onFx(this::shown);
        FxToolkit.onFx(() -> {
            Drawn drawn = pane.drawn();
            Drawn.Reading second = drawn.readingsAt(2).getFirst();
            Node overlay = pane.getChildrenUnmodifiable().get(1);
            click(overlay, drawn.pixelOf(2) + 3, drawn.pixelYOf(second) - 3);
            click(overlay, drawn.pixelOf(2) + 3, drawn.pixelYOf(second) - 40);
            overlay.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return null;
        });
        assertEquals(List.of(2.0, 3.0), picks.stream().map(Pick::x).toList());
        assertEquals(0, picks.getFirst().run());
    }

    @Test
    void aChartIsNotDrawnWhileNobodySeesItAndAtOnceWhenItAppears() throws Exception {
        ChartPane pane = FxToolkit.onFx(this::shown);
        int before = pictures.get();
        FxToolkit.onFx(() -> {
            pane.getParent().setVisible(false);
            pane.refresh();
            return null;
        });
        assertEquals(before, pictures.get());
        FxToolkit.onFx(() -> {
            pane.getParent().setVisible(true);
            return null;
        });
        assertTrue(pictures.get() > before);
    }

    private ChartPane shown() {
        Executor worker = work -> {
            pictures.incrementAndGet();
            work.run();
        };
        FxExecutor here = Runnable::run;
        Curve curve = new Curve(
                "q",
                "q",
                new Tint.Numbered(0),
                Side.LEFT,
                Stored.VALUE,
                new Points(new double[] {1, 2, 3}, new double[] {1, 5, 2}));
        ChartPane pane = new ChartPane(
                new AxisNames("x", "y", ""), VIEW, () -> new ChartData(List.of(curve), List.of()), worker, here);
        pane.onPicked(picks::add);
        StackPane parent = new StackPane(pane);
        new Scene(parent, 400, 300);
        parent.applyCss();
        parent.layout();
        return pane;
    }

    private static void click(Node node, double x, double y) {
        node.fireEvent(new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                new PickResult(node, x, y)));
    }
}
