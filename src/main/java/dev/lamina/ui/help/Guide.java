package dev.lamina.ui.help;

import dev.lamina.message.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The pages of {@code src/docs}, which the build puts beside the classes; in Chinese where someone wrote them in Chinese. */
record Guide(Language language) {
    static final String CONTENTS = "guide.md";
    private static final String FOLDER = "/docs/";
    private static final int MOST_HITS = 60;
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** A line of the contents, with its page's file. */
    record Entry(String title, String page) {}

    /** A part of the contents. */
    record Chapter(String title, List<Entry> entries) {}

    /** Where a search found something. */
    record Hit(String page, String pageTitle, GuidePage.Section section) {}

    /** A page by its file's name, empty where there is none. */
    Optional<GuidePage> page(String name) {
        return text(name).map(text -> new GuidePage(name, PARSER.parse(text)));
    }

    /** A picture by its place in the pages' folder. */
    static @Nullable URL picture(String place) {
        return Guide.class.getResource(FOLDER + place);
    }

    private Optional<String> text(String name) {
        return Stream.of(language == Language.CHINESE ? "zh/" + name : name, name)
                .flatMap(place -> read(FOLDER + place).stream())
                .findFirst();
    }

    private static Optional<String> read(String resource) {
        try (InputStream in = Guide.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page of contents says: headings, and the pages that are linked below each. */
    List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        page(CONTENTS)
                .orElseThrow(() -> new IllegalStateException(FOLDER + CONTENTS + " is not among the resources"))
                .document()
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        if (heading.getLevel() > 1) {
                            chapters.add(new Chapter(GuidePage.plain(heading), new ArrayList<>()));
                        }
                    }

                    @Override
                    public void visit(Link link) {
                        chapters.getLast()
                                .entries()
                                .add(new Entry(GuidePage.plain(link), inFolder(link.getDestination())));
                    }
                });
        return chapters;
    }

    /** Pages in Chinese point to those that are in English alone a folder above; in the program all are one. */
    static String inFolder(String target) {
        return target.replaceFirst("^\\.\\./", "");
    }

    private Stream<GuidePage> pages() {
        return chapters().stream()
                .flatMap(chapter -> chapter.entries().stream())
                .flatMap(entry -> page(entry.page()).stream());
    }

    /** Sections that have every word of a query, those with the words in their heading first, the shortest before. */
    List<Hit> search(String query) {
        List<String> words = Arrays.stream(
                        query.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<Hit> hits = pages().flatMap(page -> page.sections().stream()
                        .filter(section -> has(section.text(), words))
                        .map(section -> new Hit(page.name(), page.title(), section)))
                .toList();
        return Stream.concat(
                        hits.stream()
                                .filter(hit -> has(hit.section().title(), words))
                                .sorted(Comparator.comparingInt(
                                        hit -> hit.section().title().length())),
                        hits.stream().filter(hit -> !has(hit.section().title(), words)))
                .limit(MOST_HITS)
                .toList();
    }

    private static boolean has(String text, List<String> words) {
        String small = text.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(small::contains);
    }

    /** Whether a name could be a page of it, rather than a file of the sources. */
    static boolean isPage(Node link) {
        return link instanceof Link to && to.getDestination().matches("(\\.\\./)?[\\w-]*\\.md(#.*)?|#.*");
    }
}
