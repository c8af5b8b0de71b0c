package dev.lamina.ui.help;

import dev.lamina.metric.Tag;
import dev.lamina.ui.fx.Texts;

/**
 * What something on the screen is, in the language of now.
 *
 * @param sentence one, that says it all
 * @param formula in symbols, empty where there is none
 * @param source paper and equation, empty where nobody in particular thought of it
 * @param note more, such as a setting's range, default and key; may be empty
 * @param page of the guide that tells more, with a heading behind a #; empty for none
 */
public record Explanation(String title, String sentence, String formula, String source, String note, String page) {
    private static final String QUANTITIES = "quantities.md";

    /** Of a quantity that is measured. */
    public static Explanation of(Tag tag, Texts texts) {
        String title = texts.text(tag.title());
        return new Explanation(
                title,
                texts.text(tag.meaning()),
                tag.formula(),
                tag.source(),
                tag.unit().isEmpty() ? "" : texts.get("what.unit", unit(tag.unit(), texts)),
                place(QUANTITIES, title));
    }

    private static String unit(String unit, Texts texts) {
        String key = "unit." + unit.replace(' ', '-');
        return texts.has(key) ? texts.get(key) : unit;
    }

    /** A heading on a page of the guide. */
    public static String place(String page, String heading) {
        return page + "#" + GuidePage.anchor(heading);
    }

    /** Of what the window itself counts: the texts {@code what.NAME}, {@code what.NAME.sentence}, {@code what.NAME.formula}. */
    public static Explanation ofCount(String name, Texts texts) {
        String key = "what." + name;
        return new Explanation(
                texts.get(key),
                texts.get(key + ".sentence"),
                texts.has(key + ".formula") ? texts.get(key + ".formula") : "",
                "",
                "",
                "");
    }
}
