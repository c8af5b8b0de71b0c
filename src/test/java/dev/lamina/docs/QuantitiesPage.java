package dev.lamina.docs;

import dev.lamina.message.Language;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import java.util.stream.Collectors;

/** The page of every quantity that is measured, by its tag. */
final class QuantitiesPage {
    private QuantitiesPage() {}

    static String of(Language language) {
        boolean english = language == Language.ENGLISH;
        String head = english ? """
                # Quantities

                What is measured, under the keys of `metrics.jsonl`, `readings.jsonl` and the events. F1 in the window says the same.

                """ : """
                # 物理量

                所测量的内容，按 `metrics.jsonl`、`readings.jsonl` 与事件中的键名排列。窗口中按 F1 显示同样的说明。

                """;
        return head
                + Tags.ALL.stream().map(tag -> section(tag, language, english)).collect(Collectors.joining("\n"));
    }

    private static String section(Tag tag, Language language, boolean english) {
        return "## " + tag.title().text(language) + "\n\n"
                + tag.meaning().text(language) + "\n\n"
                + item(english ? "key" : "键", "`" + tag.id() + "`")
                + item(english ? "formula" : "公式", tag.formula().isEmpty() ? "" : "`" + tag.formula() + "`")
                + item(english ? "unit" : "单位", tag.unit())
                + item(english ? "source" : "出处", tag.source());
    }

    private static String item(String name, String value) {
        return value.isEmpty() ? "" : "- " + name + ": " + value + "\n";
    }
}
