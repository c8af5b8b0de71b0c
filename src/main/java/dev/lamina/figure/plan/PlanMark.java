package dev.lamina.figure.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lamina.figure.Mark;
import dev.lamina.setting.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a panel shows of a table. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface PlanMark {
    /** Name of the table in the plan's data. */
    String from();

    /** Column across. */
    String x();

    /** Column upward. */
    String y();

    /** Which rows: "state = finished and seed < 5"; "" for all. */
    String where();

    /** What was drawn of it, by name, as it was settled; empty before. */
    List<String> drawn();

    /** The same as it was settled. */
    PlanMark settled(String source, List<String> names);

    /** What is drawn around the mean of several measurements at one place. */
    enum Around {
        @JsonProperty("none")
        NONE,
        @JsonProperty("sd")
        STANDARD_DEVIATION,
        @JsonProperty("se")
        STANDARD_ERROR,
        @JsonProperty("ci95")
        CONFIDENCE_95,
        @JsonProperty("min-max")
        RANGE
    }

    /**
     * A curve for each value of a column: the mean of the rows at each x.
     *
     * @param by "" for one curve
     * @param names what the legend calls values; others by themselves
     * @param name of the curve where there is one, "" for the quantity's
     */
    @JsonTypeName("lines")
    record Lines(
            @Setting(meaning = "name of the table") String from,

            @Setting(defaultValue = "\"\"", meaning = "column across")
            String x,

            @Setting(defaultValue = "\"\"", meaning = "column upward")
            String y,

            @Setting(defaultValue = "\"\"", meaning = "column of which each value has a curve")
            String by,

            @Setting(defaultValue = "\"none\"", meaning = "around the mean")
            Around band,

            @Setting(defaultValue = "\"\"", meaning = "which rows")
            String where,

            @Setting(defaultValue = "{}", meaning = "what the legend calls values")
            Map<String, String> names,

            @Setting(defaultValue = "\"\"", meaning = "of a curve that is alone")
            String name,

            @Setting(defaultValue = "[]", meaning = "names of what was drawn")
            List<String> drawn)
            implements PlanMark {
        public Lines {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
            drawn = List.copyOf(drawn);
        }

        @Override
        public Lines settled(String source, List<String> shown) {
            return new Lines(source, "", "", "", Around.NONE, "", Map.of(), "", shown);
        }
    }

    /** A point for each row, in groups by the values of a column. */
    @JsonTypeName("points")
    record Points(
            @Setting(meaning = "name of the table") String from,

            @Setting(defaultValue = "\"\"", meaning = "column across")
            String x,

            @Setting(defaultValue = "\"\"", meaning = "column upward")
            String y,

            @Setting(defaultValue = "\"\"", meaning = "column of which each value has a color")
            String by,

            @Setting(defaultValue = "\"\"", meaning = "which rows")
            String where,

            @Setting(defaultValue = "{}", meaning = "what the legend calls values")
            Map<String, String> names,

            @Setting(defaultValue = "\"\"", meaning = "of points without groups")
            String name,

            @Setting(defaultValue = "[]", meaning = "names of what was drawn")
            List<String> drawn)
            implements PlanMark {
        public Points {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
            drawn = List.copyOf(drawn);
        }

        @Override
        public Points settled(String source, List<String> shown) {
            return new Points(source, "", "", "", "", Map.of(), "", shown);
        }
    }

    /** A bar for each value of the column across: the mean of its rows. */
    @JsonTypeName("bars")
    record Bars(
            @Setting(meaning = "name of the table") String from,

            @Setting(defaultValue = "\"\"", meaning = "column across")
            String x,

            @Setting(defaultValue = "\"\"", meaning = "column upward")
            String y,

            @Setting(defaultValue = "\"\"", meaning = "which rows")
            String where,

            @Setting(defaultValue = "{}", meaning = "what the axis calls values")
            Map<String, String> names,

            @Setting(defaultValue = "[]", meaning = "names of what was drawn")
            List<String> drawn)
            implements PlanMark {
        public Bars {
            names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
            drawn = List.copyOf(drawn);
        }

        @Override
        public Bars settled(String source, List<String> shown) {
            return new Bars(source, "", "", "", Map.of(), shown);
        }
    }

    /**
     * A cell for each pair of values of two columns: the mean of its rows.
     *
     * @param value column of the cells' numbers
     */
    @JsonTypeName("heat-map")
    record HeatMap(
            @Setting(meaning = "name of the table") String from,

            @Setting(defaultValue = "\"\"", meaning = "column across")
            String x,

            @Setting(defaultValue = "\"\"", meaning = "column downward")
            String y,

            @Setting(defaultValue = "\"\"", meaning = "column of the numbers")
            String value,

            @Setting(defaultValue = "\"share-of-row\"", meaning = "what a color stands for")
            Mark.HeatMap.Coloring coloring,

            @Setting(defaultValue = "\"\"", meaning = "which rows")
            String where,

            @Setting(defaultValue = "[]", meaning = "names of what was drawn")
            List<String> drawn)
            implements PlanMark {
        public HeatMap {
            drawn = List.copyOf(drawn);
        }

        @Override
        public HeatMap settled(String source, List<String> shown) {
            return new HeatMap(source, "", "", "", coloring, "", shown);
        }
    }
}
