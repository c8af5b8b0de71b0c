package dev.lamina.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lamina.message.Language;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuideTest {
    private static List<String> pages(Guide guide) {
        return guide.chapters().stream()
                .flatMap(chapter -> chapter.entries().stream())
                .map(Guide.Entry::page)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyPageOfTheContentsIsAmongTheResources(Language language) {
        Guide guide = new Guide(language);
        List<String> pages = pages(guide);
        assertTrue(pages.contains(GuideWindow.FIRST_PAGE));
        assertEquals(
                List.of(),
                pages.stream().filter(name -> guide.page(name).isEmpty()).toList());
    }

    @Test
    void bothLanguagesHaveTheSameContents() {
        assertEquals(pages(new Guide(Language.ENGLISH)), pages(new Guide(Language.CHINESE)));
    }

    @Test
    void whatIsWrittenInChineseIsShownInChinese() {
        assertEquals(
                "设置",
                new Guide(Language.CHINESE).page("settings.md").orElseThrow().title());
        assertEquals(
                "Settings",
                new Guide(Language.ENGLISH).page("settings.md").orElseThrow().title());
    }

    @Test
    void aSearchFindsSectionsWithEveryWordHeadingsFirst() {
        List<Guide.Hit> hits = new Guide(Language.ENGLISH).search("weight Norm");
        assertFalse(hits.isEmpty());
        for (Guide.Hit hit : hits) {
            String text = hit.section().text().toLowerCase(Locale.ROOT);
            assertTrue(text.contains("weight") && text.contains("norm"), hit.toString());
        }
        assertEquals(
                "Confusion matrix",
                new Guide(Language.ENGLISH)
                        .search("confusion matrix")
                        .getFirst()
                        .section()
                        .title());
        assertEquals(List.of(), new Guide(Language.ENGLISH).search("  "));
    }
}
