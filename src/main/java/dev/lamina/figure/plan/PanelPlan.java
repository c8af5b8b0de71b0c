package dev.lamina.figure.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lamina.figure.Note;
import dev.lamina.setting.Setting;
import java.util.List;
import java.util.Optional;

/**
 * One panel, or one for each value of a setting.
 *
 * @param notes what it says about what it shows
 * @param stageBands whether stretches that were trained through another head than the linear one are shaded
 * @param facet makes a panel of each value of a column
 */
public record PanelPlan(
        @Setting(defaultValue = "\"\"", meaning = "short text above it")
        String title,

        @Setting(defaultValue = "{}", meaning = "the axis across")
        PlanAxis x,

        @Setting(defaultValue = "{}", meaning = "the axis upward")
        PlanAxis y,

        @Setting(meaning = "what it shows") List<PlanMark> marks,

        @Setting(defaultValue = "[]", meaning = "what it says about what it shows")
        List<Note> notes,

        @Setting(defaultValue = "false", meaning = "whether stages of training are shaded")
        boolean stageBands,

        @Setting(meaning = "a panel for each value of a column")
        Optional<Facet> facet) {
    public PanelPlan {
        marks = List.copyOf(marks);
        notes = List.copyOf(notes);
    }

    /**
     * Panels by the values of one column or two.
     *
     * @param columns a panel beside the other for each value of this column; "" for none
     * @param rows a row of panels for each value of this one
     * @param limits which panels have the same limits
     */
    public record Facet(
            @Setting(defaultValue = "\"\"", meaning = "column whose values stand beside each other")
            String columns,

            @Setting(defaultValue = "\"\"", meaning = "column whose values stand below each other")
            String rows,

            @Setting(defaultValue = "\"all\"", meaning = "which panels have the same limits")
            Limits limits) {}

    /** Which panels have the same limits upward; across, all have. */
    public enum Limits {
        @JsonProperty("all")
        ALL,
        @JsonProperty("row")
        ROW,
        @JsonProperty("each")
        EACH
    }
}
