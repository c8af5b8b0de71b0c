package dev.lamina.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.cli.CommandsPage;
import dev.lamina.message.Language;
import dev.lamina.ui.form.SettingsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that the program itself dictates. With -Dlamina.pages=write they are written anew first. */
class ReferencePagesTest {
    private static final Map<String, Function<Language, String>> PAGES = Map.of(
            "commands.md", CommandsPage::of,
            "settings.md", SettingsPage::of,
            "quantities.md", QuantitiesPage::of);

    static Stream<Arguments> pages() {
        return PAGES.keySet().stream()
                .flatMap(page -> Stream.of(Language.values()).map(language -> Arguments.of(page, language)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePublishedPageIsWhatTheProgramSays(String page, Language language) throws IOException {
        Path published = Path.of("src/docs", language == Language.ENGLISH ? "" : "zh", page);
        String said = PAGES.get(page).apply(language);
        if ("write".equals(System.getProperty("lamina.pages"))) {
            Files.createDirectories(published.getParent());
            Files.writeString(published, said);
        }
        assertEquals(
                said,
                Files.readString(published),
                "the program changed: run mvn test -Dtest=ReferencePagesTest -Dlamina.pages=write");
    }
}
