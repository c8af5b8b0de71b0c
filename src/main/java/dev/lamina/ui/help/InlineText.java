package dev.lamina.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** What stands in a line: words, code, emphasis, links. */
final class InlineText extends AbstractVisitor {
    private final Consumer<String> follow;
    private final List<javafx.scene.Node> parts = new ArrayList<>();
    private final List<String> styles = new ArrayList<>();

    private InlineText(Consumer<String> follow) {
        this.follow = follow;
    }

    /** @param follow opens what a link points to */
    static TextFlow of(Node block, Consumer<String> follow, String style) {
        InlineText line = new InlineText(follow);
        line.styles.add(style);
        line.visitChildren(block);
        TextFlow flow = new TextFlow(line.parts.toArray(javafx.scene.Node[]::new));
        flow.setLineSpacing(2);
        return flow;
    }

    private void add(String letters) {
        Text text = new Text(letters);
        text.getStyleClass().addAll(styles);
        parts.add(text);
    }

    private void styled(String style, Runnable work) {
        styles.add(style);
        work.run();
        styles.removeLast();
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        styled("guide-code", () -> add(code.getLiteral()));
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled("guide-emphasis", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        styled("guide-strong", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(SoftLineBreak end) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak end) {
        add("\n");
    }

    /** A file of the sources is not in the program: its name is all there is. */
    @Override
    public void visit(Link link) {
        String target = link.getDestination();
        if (!Guide.isPage(link) && !target.startsWith("http")) {
            styled("guide-code", () -> add(GuidePage.plain(link)));
            return;
        }
        Hyperlink shown = new Hyperlink(GuidePage.plain(link));
        shown.getStyleClass().add("guide-link");
        shown.setOnAction(_ -> follow.accept(target));
        parts.add(shown);
    }
}
