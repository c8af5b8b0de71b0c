package dev.lamina.figure.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.SyntheticRuns;
import dev.lamina.figure.Theme;
import dev.lamina.figure.TrainingFigures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFigureTest {
    private static final FigureSpec SPEC = TrainingFigures.loss(SyntheticRuns.run(20, 0, 1));

    @Test
    void pixelsAreMillimetersTimesResolution() throws IOException {
        BufferedImage image = image(FigureStyle.singleColumn());
        assertEquals(Math.round(85 / 25.4 * 300), image.getWidth());
        assertEquals(Math.round(50 / 25.4 * 300), image.getHeight());
        assertEquals(
                Math.round(85 / 25.4 * 72),
                image(FigureStyle.singleColumn().withDotsPerInch(72)).getWidth());
    }

    @Test
    void theFileSaysItsResolution() {
        byte[] png = WrittenSample.of(SPEC, FigureStyle.singleColumn(), FigureFormat.PNG);
        int chunk = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        assertTrue(chunk > 0);
        assertEquals(Math.round(300 / 0.0254), ByteBuffer.wrap(png).getInt(chunk + 4));
    }

    @Test
    void theCurveIsThereInItsColorAndTheMarginIsEmpty() throws IOException {
        BufferedImage light = image(FigureStyle.singleColumn());
        assertTrue(pixels(light, Theme.LIGHT.ink().look(0).color()) > 500);
        BufferedImage dark = image(FigureStyle.singleColumn().withTheme(Theme.DARK));
        assertTrue(pixels(dark, Theme.DARK.ink().look(0).color()) > 500);
        for (BufferedImage image : new BufferedImage[] {light, dark}) {
            Color paper = image == light ? Theme.LIGHT.background() : Theme.DARK.background();
            for (int i = 0; i < image.getWidth(); i++) {
                assertEquals(paper.getRGB(), image.getRGB(i, 0));
                assertEquals(paper.getRGB(), image.getRGB(i, image.getHeight() - 1));
            }
            for (int i = 0; i < image.getHeight(); i++) {
                assertEquals(paper.getRGB(), image.getRGB(0, i));
                assertEquals(paper.getRGB(), image.getRGB(image.getWidth() - 1, i));
            }
        }
    }

    private static BufferedImage image(FigureStyle style) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(WrittenSample.of(SPEC, style, FigureFormat.PNG)));
    }

    private static int pixels(BufferedImage image, Color color) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
            }
        }
        return count;
    }
}
