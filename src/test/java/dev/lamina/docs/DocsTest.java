package dev.lamina.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What readers are told, as far as it can be compared with what there is. */
class DocsTest {
    private static final int MOST_LINES_OF_README = 120;
    private static final Path EXTENDING = Path.of("src/docs/extending.md");

    private static final Pattern LIST = Pattern.compile("(- \\[[^]]*]\\([^)]*\\)\n)+");

    /** What names the example of each list of files in code, comments left out. */
    private static final Map<String, Pattern> EXAMPLES = Map.of(
            "An activation: `Mish`", Pattern.compile("\\bMish\\b|\\bmish\\b|\\bMISH\\b"),
            "A layer: `LpPool`", Pattern.compile("LpPool|lp-pool|NormPool"),
            "A head: `LargeMarginHead`", Pattern.compile("LargeMargin|large-margin"),
            "A probe: `ConfusionMatrix`", Pattern.compile("ConfusionMatrix|confusion-matrix"),
            "A view: `Reading.Field`", Pattern.compile("Reading\\.Field|Mark\\.Field|record Field\\b"));

    @Test
    void theReadmeIsShort() throws IOException {
        assertTrue(Files.readAllLines(Path.of("README.md")).size() <= MOST_LINES_OF_README);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (MarkdownPage page : MarkdownPage.all()) {
            for (String target : page.targets()) {
                String[] parts = target.split("#", 2);
                if (target.matches("https?://.*")) {
                    continue;
                }
                Path file = parts[0].isEmpty()
                        ? page.path()
                        : page.path().toAbsolutePath().resolveSibling(parts[0]).normalize();
                if (!Files.exists(file)) {
                    dead.add(page.path() + ": " + target);
                } else if (parts.length > 1 && !anchors(file).contains(parts[1])) {
                    dead.add(page.path() + ": no heading for " + target);
                }
            }
        }
        assertEquals(List.of(), dead);
    }

    private static Set<String> anchors(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void everyPageIsInTheContentsAndEveryPictureIsShown() throws IOException {
        Set<String> pointedAt = MarkdownPage.all().stream()
                .flatMap(page -> page.targets().stream())
                .map(target -> Path.of(target).getFileName().toString())
                .collect(Collectors.toSet());
        Set<String> contents = new TreeSet<>(new MarkdownPage(Path.of("src/docs/guide.md")).targets());
        List<String> forgotten = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/docs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                boolean isPage = name.endsWith(".md") && !name.equals("guide.md");
                if (isPage ? !contents.contains(name) : !name.equals("guide.md") && !pointedAt.contains(name)) {
                    forgotten.add(file.toString());
                }
            }
        }
        assertEquals(List.of(), forgotten);
    }

    /** With -Dlamina.pages=write the lists are written anew first. */
    @Test
    void theListsOfFilesForWhoAddsSomethingAreTrue() throws IOException {
        String page = Files.readString(EXTENDING);
        for (Map.Entry<String, Pattern> example : EXAMPLES.entrySet()) {
            String rest = page.substring(page.indexOf("## " + example.getKey() + "\n"));
            String section = rest.split("\n## ", 2)[0];
            Matcher listed = LIST.matcher(section);
            assertTrue(listed.find(), example.getKey());
            String list = filesWith(example.getValue()).stream()
                    .map(file -> "- [" + shortName(file) + "](../" + file + ")\n")
                    .collect(Collectors.joining());
            page = page.replace(section, section.replace(listed.group(), list));
        }
        if ("write".equals(System.getProperty("lamina.pages"))) {
            Files.writeString(EXTENDING, page);
        }
        assertEquals(
                page,
                Files.readString(EXTENDING),
                "the sources changed: run mvn test -Dtest=DocsTest -Dlamina.pages=write");
    }

    private static String shortName(String file) {
        String inside = file.substring(file.indexOf("dev/lamina/") + "dev/lamina/".length());
        return file.startsWith("tornado") ? "tornado: " + inside : inside;
    }

    private static Set<String> filesWith(Pattern example) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String root : List.of("src/main", "src/tornado/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|properties|css)"))
                        .toList()) {
                    boolean names = Files.readAllLines(file).stream()
                            .filter(line -> !line.strip().matches("(\\*|//|/\\*).*"))
                            .anyMatch(line -> example.matcher(line).find());
                    if (names) {
                        found.add(Path.of("src").relativize(file).toString().replace('\\', '/'));
                    }
                }
            }
        }
        return found;
    }

    @Test
    void everyProfilePropertyAndTestThatMavenIsGivenExists() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        Set<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            tests = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
        List<String> unknown = new ArrayList<>();
        for (MarkdownPage page : MarkdownPage.all()) {
            Stream.concat(page.codeWords().stream(), page.codeLines().stream())
                    .filter(code -> code.contains("mvn ") || code.startsWith("-Dtest="))
                    .flatMap(code -> Arrays.stream(code.split("\\s+")))
                    .filter(word -> word.startsWith("-P")
                            ? !pom.contains("<id>" + word.substring(2) + "</id>")
                            : word.matches("-Dtest=\\w+") && !tests.contains(word.substring(7) + ".java"))
                    .forEach(word -> unknown.add(page.path() + ": " + word));
        }
        assertEquals(List.of(), unknown);
    }
}
