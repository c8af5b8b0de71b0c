package dev.lamina.ui.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.AxisScale;
import dev.lamina.figure.AxisSpec;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Series;
import dev.lamina.figure.Theme;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.message.Language;
import dev.lamina.testing.FxToolkit;
import dev.lamina.ui.fx.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ScrollEvent;
import org.jfree.chart.fx.ChartViewer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class FigurePaneTest {
    private static final FigureSpec SPEC = FigureSpec.of(Panel.of(
            AxisSpec.of("epoch", AxisScale.LINEAR),
            AxisSpec.of("loss", AxisScale.LINEAR),
            List.of(Series.of("training", new double[] {0, 5, 10}, new double[] {2, 1, 0.5}))));

    @TempDir
    private Path folder;

    @Test
    void theViewerShowsThePageAsItIsStyled() throws Exception {
        FigurePane pane = shown();
        int light = white(pane);
        FxToolkit.onFx(() -> {
            FigurePaneTest.<Theme>box(pane, "figure-theme").setValue(Theme.DARK);
            return null;
        });
        assertTrue(light > 50_000, light + " pixels of paper");
        assertTrue(white(pane) < light / 2, "dark paper");
    }

    @Test
    void whatWasZoomedIsWhatIsSavedInTheFormatsThatWereChosen() throws Exception {
        FigurePane pane = shown();
        FxToolkit.onFx(() -> {
            ChartViewer viewer = (ChartViewer) pane.getCenter();
            Node canvas = viewer.getCanvas();
            canvas.fireEvent(scrolled(viewer.getWidth() / 2, viewer.getHeight() / 2));
            ((TextField) pane.lookup("#figure-name")).setText("zoomed");
            ((CheckBox) pane.lookup("#figure-format-png")).setSelected(false);
            ((CheckBox) pane.lookup("#figure-format-csv")).setSelected(false);
            ((Button) pane.lookup("#figure-save")).fire();
            return null;
        });
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("zoomed.pdf", "zoomed.svg"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        String svg = Files.readString(folder.resolve("zoomed.svg"));
        assertTrue(svg.contains(">5<") && !svg.contains(">10<"), "epoch 10 lies beyond the zoomed axis");
        FxToolkit.onFx(() -> {
            ((Button) pane.lookup("#figure-whole")).fire();
            ((Button) pane.lookup("#figure-save")).fire();
            return null;
        });
        assertTrue(Files.readString(folder.resolve("zoomed.svg")).contains(">10<"), "everything is shown again");
    }

    @Test
    void aCopyIsAPictureAndAnSvg() throws Exception {
        FigurePane pane = shown();
        FxToolkit.onFx(() -> {
            ((Button) pane.lookup("#figure-copy")).fire();
            Clipboard clipboard = Clipboard.getSystemClipboard();
            assertEquals(1004, clipboard.getImage().getWidth(), 2, "85 mm at 300 dpi");
            assertTrue(clipboard.getContentTypes().stream()
                    .anyMatch(type -> type.getIdentifiers().contains("image/svg+xml")));
            return null;
        });
    }

    @Test
    void aNameThatIsNoneCannotBeSaved() throws Exception {
        FigurePane pane = shown();
        FxToolkit.onFx(() -> {
            ((TextField) pane.lookup("#figure-name")).setText("a/b");
            assertTrue(pane.lookup("#figure-save").isDisabled());
            return null;
        });
    }

    private FigurePane shown() throws Exception {
        return FxToolkit.onFx(() -> {
            FigureRequest request = new FigureRequest(SPEC, FigureOrigin.UNKNOWN, folder, "loss");
            FigurePane pane = new FigurePane(Texts.in(Language.ENGLISH), request, Runnable::run, Runnable::run);
            new Scene(pane, 900, 500).getRoot().applyCss();
            pane.layout();
            return pane;
        });
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> box(FigurePane pane, String id) {
        return (ComboBox<T>) pane.lookup("#" + id);
    }

    private static int white(FigurePane pane) throws Exception {
        return FxToolkit.onFx(() -> {
            WritableImage image = pane.getCenter().snapshot(null, null);
            int white = 0;
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    white += image.getPixelReader().getArgb(x, y) == 0xFFFFFFFF ? 1 : 0;
                }
            }
            return white;
        });
    }

    private static ScrollEvent scrolled(double x, double y) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                -40,
                0,
                -40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }
}
