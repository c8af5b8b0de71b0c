package dev.lamina.figure.write;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** The figure as pixels: millimeters · dpi / 25.4 of them each way, with the resolution written into the file. */
final class PngFigure {
    private static final double MILLIMETERS_PER_INCH = 25.4;
    private static final String NATIVE_METADATA = "javax_imageio_png_1.0";

    private PngFigure() {}

    static byte[] of(Drawing drawing) {
        return encoded(Pixels.of(drawing), drawing.style().dotsPerInch(), drawing.origin());
    }

    private static byte[] encoded(BufferedImage image, int dotsPerInch, FigureOrigin origin) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
            metadata.mergeTree(NATIVE_METADATA, resolution(dotsPerInch));
            if (origin.isKnown()) {
                metadata.mergeTree(NATIVE_METADATA, text(FigureOrigin.KEY, origin.configSha256()));
            }
            writer.setOutput(stream);
            writer.write(new IIOImage(image, null, metadata));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode text(String key, String value) {
        IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
        entry.setAttribute("keyword", key);
        entry.setAttribute("value", value);
        IIOMetadataNode entries = new IIOMetadataNode("tEXt");
        entries.appendChild(entry);
        IIOMetadataNode root = new IIOMetadataNode(NATIVE_METADATA);
        root.appendChild(entries);
        return root;
    }

    private static IIOMetadataNode resolution(int dotsPerInch) {
        String perMeter = Long.toString(Math.round(dotsPerInch * 1000 / MILLIMETERS_PER_INCH));
        IIOMetadataNode size = new IIOMetadataNode("pHYs");
        size.setAttribute("pixelsPerUnitXAxis", perMeter);
        size.setAttribute("pixelsPerUnitYAxis", perMeter);
        size.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode(NATIVE_METADATA);
        root.appendChild(size);
        return root;
    }
}
