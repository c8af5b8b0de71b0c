package dev.lamina.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * A page of the guide.
 *
 * @param name of its file, {@code train.md}
 * @param document what stands on it
 */
record GuidePage(String name, Node document) {
    /** A heading with all that stands below it, up to the next one. */
    record Section(String anchor, String title, String text) {}

    /** The first heading. */
    String title() {
        return sections().getFirst().title();
    }

    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        String anchor = "";
        String title = name;
        StringBuilder text = new StringBuilder();
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading) {
                if (!text.isEmpty()) {
                    sections.add(new Section(anchor, title, text.toString()));
                }
                title = plain(block);
                anchor = anchor(title);
                text = new StringBuilder();
            }
            text.append(plain(block)).append('\n');
        }
        sections.add(new Section(anchor, title, text.toString()));
        return sections;
    }

    /** As links name a heading: in small letters, words joined by hyphens. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                .replace(' ', '-');
    }

    /** Letters alone. */
    static String plain(Node node) {
        StringBuilder letters = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                letters.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                letters.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                letters.append(' ');
            }
        });
        return letters.toString();
    }
}
