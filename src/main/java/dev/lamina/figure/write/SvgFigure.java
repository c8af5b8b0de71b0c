package dev.lamina.figure.write;

import java.awt.Graphics2D;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The figure as SVG, sized in millimeters, one unit a point. Text stays text, so that it can be searched, edited and
 * read aloud; each font is named with substitutes of the same widths, so that places hold without it.
 */
final class SvgFigure {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String CHINESE = ", 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei'";

    private SvgFigure() {}

    /** @param painter draws its letters as text or as areas */
    static byte[] of(Drawing drawing, Consumer<Graphics2D> painter) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setComment("Lamina");
            context.setImageHandler(new SvgImages());
            SVGGraphics2D graphics = new SVGGraphics2D(context, false);
            painter.accept(graphics);
            Element root = graphics.getRoot();
            describe(root, drawing);
            nameSubstituteFonts(root, drawing);
            graphics.dispose();
            return serialized(root);
        } catch (ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("the JDK's XML library refuses to write a plain document", e);
        }
    }

    private static void describe(Element root, Drawing drawing) {
        root.setAttribute("width", millimeters(drawing.widthPoints()));
        root.setAttribute("height", millimeters(drawing.heightPoints()));
        root.setAttribute("viewBox", "0 0 " + text(drawing.widthPoints()) + " " + text(drawing.heightPoints()));
        if (drawing.origin().isKnown()) {
            Element metadata = root.getOwnerDocument().createElementNS(NAMESPACE, "metadata");
            metadata.setTextContent(FigureOrigin.KEY + " " + drawing.origin().configSha256());
            root.insertBefore(metadata, root.getFirstChild());
        }
        if (!drawing.spec().title().isEmpty()) {
            Element title = root.getOwnerDocument().createElementNS(NAMESPACE, "title");
            title.setTextContent(drawing.spec().title());
            root.insertBefore(title, root.getFirstChild());
        }
    }

    private static void nameSubstituteFonts(Element root, Drawing drawing) {
        NodeList elements = root.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            String family = element.getAttribute("font-family");
            if (!family.isEmpty()) {
                String substitutes = family.contains("Liberation") ? "" : CHINESE;
                element.setAttribute(
                        "font-family",
                        family + substitutes + ", " + drawing.fonts().family().substitutes());
            }
        }
    }

    private static byte[] serialized(Element root) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        transformer.transform(new DOMSource(root), new StreamResult(bytes));
        return bytes.toByteArray();
    }

    private static String millimeters(double points) {
        return text(points * 25.4 / 72) + "mm";
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
