package dev.lamina.ui.run;

import dev.lamina.archive.StoredRun;
import dev.lamina.event.TrainingEvent.ReadingMeasured;
import dev.lamina.figure.Arrangement;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Panel;
import dev.lamina.figure.ReadingFigures;
import dev.lamina.figure.render.FigureRenderer;
import dev.lamina.figure.text.FigureFonts;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.ui.figure.FigureRequest;
import dev.lamina.ui.fx.Appearance;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Readings of one probe as a figure, to be seen and to be saved. Any thread.
 *
 * @param titles one for each reading
 */
record ReadingPicture(StoredRun run, List<ReadingMeasured> readings, List<String> titles) {
    static final double LEAST_PIXELS = 120;

    /** A pixel of a screen is taken for 1/96 inch, as JavaFX does. */
    private static final double POINTS_PER_PIXEL = 0.75;

    private static final double MILLIMETERS_PER_PIXEL = 25.4 / 96;
    private static final double TYPE_POINTS = 8.5;

    private FigureSpec spec() {
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            String title = titles.get(i);
            run.whole(readings.get(i))
                    .readings()
                    .forEach((tag, reading) ->
                            ReadingFigures.panel(tag, reading, title).ifPresent(panels::add));
        }
        if (panels.isEmpty()) {
            throw new BadInputException(
                    Message.of("ui.numbersAlone", readings.getFirst().probe()).at(run.path()));
        }
        return new FigureSpec("", panels);
    }

    /** As large as the place it is shown in, in pixels of the screen times its scale. */
    Image image(double width, double height, double scale, Appearance appearance) {
        FigureSpec spec = spec();
        FigureStyle wide = new FigureStyle(
                width * MILLIMETERS_PER_PIXEL,
                height * MILLIMETERS_PER_PIXEL,
                FigureStyle.singleColumn().fontFamily(),
                TYPE_POINTS,
                1,
                appearance.theme(),
                96,
                FigureStyle.Medium.PAGE,
                Arrangement.USUAL);
        int rows = Math.ceilDiv(
                spec.panels().size(), wide.panelsPerRow(spec.panels().size()));
        FigureStyle style = wide.withSize(wide.widthMillimeters(), Math.max(20, height * MILLIMETERS_PER_PIXEL / rows));
        FigureRenderer renderer = new FigureRenderer(spec, style, FigureFonts.load(style.fontFamily(), spec.texts()));
        int pixelWidth = (int) Math.ceil(width * scale);
        int pixelHeight = (int) Math.ceil(height * scale);
        BufferedImage image = new BufferedImage(pixelWidth, pixelHeight, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        // A figure that needs more height than there is becomes smaller as a whole.
        double fit = Math.min(1, height * POINTS_PER_PIXEL / renderer.heightPoints());
        graphics.scale(fit * scale / POINTS_PER_PIXEL, fit * scale / POINTS_PER_PIXEL);
        renderer.draw(graphics);
        graphics.dispose();
        WritableImage shown = new WritableImage(pixelWidth, pixelHeight);
        int[] pixels = image.getRGB(0, 0, pixelWidth, pixelHeight, null, 0, pixelWidth);
        shown.getPixelWriter()
                .setPixels(0, 0, pixelWidth, pixelHeight, PixelFormat.getIntArgbInstance(), pixels, 0, pixelWidth);
        return shown;
    }

    /** The same for a window of its own. */
    FigureRequest request() {
        String name = readings.getFirst().probe()
                + (readings.size() == 1
                        ? ""
                        : "-" + readings.getFirst().step() + "-"
                                + readings.getLast().step());
        FigureOrigin origin = new FigureOrigin(run.configSha256());
        return new FigureRequest(spec(), origin, run.folder().figures(), name);
    }
}
