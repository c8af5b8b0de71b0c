package dev.lamina.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** A page of the guide, or the README, as what it says to readers: where it points, and what to type. */
public record MarkdownPage(Path path) {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** The README, CONTRIBUTING, and every page of the guide. */
    static List<MarkdownPage> all() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of(".github/CONTRIBUTING.md")),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .map(MarkdownPage::new)
                    .toList();
        }
    }

    /** The README, then the guide's pages in the order of its contents. */
    public static List<MarkdownPage> inReadingOrder() {
        MarkdownPage contents = new MarkdownPage(Path.of("src/docs/guide.md"));
        return Stream.concat(
                        Stream.of(new MarkdownPage(Path.of("README.md"))),
                        contents.targets().stream()
                                .map(target -> new MarkdownPage(contents.path().resolveSibling(target))))
                .toList();
    }

    public String text() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where links and pictures point, as written. */
    List<String> targets() {
        Found found = new Found();
        PARSER.parse(text()).accept(found);
        return found.targets;
    }

    /** The lines of its code blocks. */
    public List<String> codeLines() {
        Found found = new Found();
        PARSER.parse(text()).accept(found);
        return found.blocks.stream().flatMap(String::lines).map(String::strip).toList();
    }

    /** What stands in code letters within sentences. */
    public List<String> codeWords() {
        Found found = new Found();
        PARSER.parse(text()).accept(found);
        return found.words;
    }

    private static final class Found extends AbstractVisitor {
        private final List<String> targets = new ArrayList<>();
        private final List<String> blocks = new ArrayList<>();
        private final List<String> words = new ArrayList<>();

        private void point(String target, Node node) {
            targets.add(target);
            visitChildren(node);
        }

        @Override
        public void visit(Link link) {
            point(link.getDestination(), link);
        }

        @Override
        public void visit(Image image) {
            point(image.getDestination(), image);
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            blocks.add(block.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock block) {
            blocks.add(block.getLiteral());
        }

        @Override
        public void visit(Code code) {
            words.add(code.getLiteral());
        }
    }
}
