package dev.lamina.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lamina.data.DataNotice;
import dev.lamina.data.DataNotice.ClassesWithout.Part;
import dev.lamina.message.Language;
import dev.lamina.ui.fx.Sentences;
import dev.lamina.ui.fx.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DataSentencesTest {
    private static final List<DataNotice> NOTICES = List.of(
            new DataNotice.Found(1200, 0, 300, 12),
            new DataNotice.Found(1200, 100, 300, 12),
            new DataNotice.TestKept("train", 0.2),
            new DataNotice.LeftOut(Map.of(".webp", 3), Map.of("cat", 3), List.of(".webp")),
            new DataNotice.LeftOut(Map.of(".txt", 3), Map.of("cat", 3), List.of()),
            new DataNotice.FoldersLeftOut(List.of("extra"), 7),
            new DataNotice.ClassesWithout(Part.TRAINING, List.of("cat")),
            new DataNotice.ClassesWithout(Part.TEST, List.of("cat", "dog")));

    @Test
    void everyNoticeIsToldInChineseToo() {
        DataSentences chinese = new DataSentences(Texts.in(Language.CHINESE));
        DataSentences english = new DataSentences(Texts.in(Language.ENGLISH));
        for (DataNotice notice : NOTICES) {
            assertNotEquals(notice.line(), chinese.line(notice.line()));
            assertEquals(notice.line(), english.line(notice.line()));
        }
        assertEquals(
                "未读取：3 .webp（cat: 3）；请将 .webp 转换为 PNG 或 JPEG 以便读取",
                chinese.line(NOTICES.get(3).line()));
        assertEquals(
                "12 个类别中有 1,200 张训练、100 张验证和 300 张测试图像",
                chinese.line(NOTICES.get(1).line()));
    }

    @Test
    void everySentenceIsThereInBothLanguages() {
        Set<String> english = new TreeSet<>(
                ResourceBundle.getBundle(DataSentences.BUNDLE, Locale.ROOT).keySet());
        Set<String> chinese = new TreeSet<>();
        ResourceBundle translated = ResourceBundle.getBundle(DataSentences.BUNDLE, Locale.CHINESE);
        translated.getKeys().asIterator().forEachRemaining(chinese::add);
        assertEquals(english, chinese);
        assertFalse(new Sentences(Texts.in(Language.ENGLISH), DataSentences.BUNDLE)
                .key("pets: holds 1 class folders; make one folder per class, at least two")
                .isEmpty());
    }
}
