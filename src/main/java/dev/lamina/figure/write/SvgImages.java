package dev.lamina.figure.write;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Element;

/** Puts images into the SVG itself as PNG, whose pixels stay squares however large it is shown. */
final class SvgImages extends DefaultImageHandler {
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    @Override
    protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
        embed((BufferedImage) image, element);
    }

    @Override
    protected void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context) {
        embed(image, element);
    }

    @Override
    protected void handleHREF(RenderableImage image, Element element, SVGGeneratorContext context) {
        embed(image.createDefaultRendering(), element);
    }

    private static void embed(RenderedImage image, Element element) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        element.setAttributeNS(
                XLINK,
                "xlink:href",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray()));
        element.setAttribute("image-rendering", "pixelated");
    }
}
