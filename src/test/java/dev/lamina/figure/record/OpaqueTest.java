package dev.lamina.figure.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OpaqueTest {
    private static void draw(Graphics2D graphics) {
        graphics.setPaint(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(0, 0, 40, 40));
        graphics.setPaint(Color.BLACK);
        graphics.setStroke(new BasicStroke(4));
        graphics.draw(new Line2D.Double(0, 20, 40, 20));
        graphics.setPaint(new Color(200, 0, 0, 100));
        graphics.fill(new Rectangle2D.Double(5, 5, 20, 30));
        graphics.setPaint(new Color(0, 0, 200, 100));
        graphics.fill(new Rectangle2D.Double(15, 5, 20, 30));
        graphics.setPaint(new Color(0, 120, 0));
        graphics.draw(new Line2D.Double(30, 0, 30, 40));
    }

    private static BufferedImage picture(Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        drawing.accept(image.createGraphics());
        return image;
    }

    @Test
    void thePageLooksTheSameWithoutTransparency() {
        Recording page = Recording.of(40, 40, OpaqueTest::draw);
        BufferedImage expected = picture(OpaqueTest::draw);
        BufferedImage opaque = picture(Opaque.of(page)::drawOutlined);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 40; x++) {
                Color a = new Color(expected.getRGB(x, y));
                Color b = new Color(opaque.getRGB(x, y));
                assertEquals(a.getRed(), b.getRed(), 2, x + " " + y);
                assertEquals(a.getGreen(), b.getGreen(), 2, x + " " + y);
                assertEquals(a.getBlue(), b.getBlue(), 2, x + " " + y);
            }
        }
    }

    @Test
    void nothingTranslucentIsLeft() {
        Recording page = Recording.of(40, 40, OpaqueTest::draw);
        assertTrue(Opaque.of(page).drawn().stream().allMatch(one -> switch (one) {
            case Drawn.Filled filled -> filled.color().getAlpha() == 255;
            case Drawn.Stroked stroked -> stroked.color().getAlpha() == 255;
            case Drawn.Text text -> text.color().getAlpha() == 255;
            case Drawn.Picture _ -> true;
        }));
    }
}
