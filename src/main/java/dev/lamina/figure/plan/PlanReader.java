package dev.lamina.figure.plan;

import dev.lamina.figure.Band;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.Mark;
import dev.lamina.figure.Note;
import dev.lamina.figure.Panel;
import dev.lamina.figure.Pen;
import dev.lamina.figure.Series;
import dev.lamina.figure.StageBands;
import dev.lamina.figure.Tint;
import dev.lamina.figure.color.Palette;
import dev.lamina.figure.color.Palettes;
import dev.lamina.figure.venue.Venue;
import dev.lamina.figure.venue.Venues;
import dev.lamina.message.Excerpt;
import dev.lamina.message.Message;
import dev.lamina.setting.Suggestion;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes a figure of a plan and the tables it names. */
public final class PlanReader {
    private final FigurePlan plan;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<PanelPlan> settled = new ArrayList<>();
    private String palette;

    private PlanReader(FigurePlan plan, Function<DataPlan, Table> source, String palette) {
        this.plan = plan;
        plan.data().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> tables.put(
                        entry.getKey(),
                        source.apply(entry.getValue()).where(entry.getValue().where())));
        this.palette = palette;
    }

    /**
     * @param source reads a table
     * @throws BadInputException naming what the plan asks for and nobody has
     */
    public static PlannedFigure read(FigurePlan plan, Function<DataPlan, Table> source, Venues venues) {
        Venue venue = venues.of(plan.style());
        return new PlanReader(plan, source, plan.palette()).figure(venue);
    }

    private PlannedFigure figure(Venue venue) {
        if (palette.equals(FigurePlan.AUTO)) {
            palette = PaletteChoice.of(plan, tables, venue);
        }
        List<Panel> panels = new ArrayList<>();
        plan.panels().forEach(panel -> panels.addAll(panels(panel, panels.size())));
        if (panels.stream().allMatch(panel -> panel.marks().isEmpty())) {
            throw new BadInputException(Message.of("figure.noRows"));
        }
        int perRow = plan.perRow() > 0 || plan.panels().size() > 1
                ? plan.perRow()
                : Facets.perRow(plan.panels().getFirst(), tables);
        Set<String> configs = new LinkedHashSet<>();
        tables.values().forEach(table -> configs.addAll(table.configSha256s()));
        return new PlannedFigure(
                new FigureSpec(plan.title(), panels),
                PlanStyle.of(plan, venue, palette, perRow, panels.size()),
                venue,
                plan.settled(settled, palette, perRow, Map.of()),
                configs.stream().sorted().toList());
    }

    private List<Panel> panels(PanelPlan panel, int before) {
        List<Facets.Cell> cells = Facets.of(checked(panel), tables);
        List<Panel> drawn = new ArrayList<>();
        List<List<PlanMark>> marks = new ArrayList<>();
        for (Facets.Cell cell : cells) {
            List<PlanMark> settledMarks = new ArrayList<>();
            drawn.add(drawn(panel, cell, FigureSpec.panelName(before + drawn.size()), settledMarks));
            marks.add(settledMarks);
        }
        List<Panel> aligned = Facets.aligned(panel, cells, drawn);
        for (int i = 0; i < aligned.size(); i++) {
            Panel one = aligned.get(i);
            settled.add(new PanelPlan(
                    one.title(),
                    Axes.settled(one.x()),
                    Axes.settled(one.left()),
                    marks.get(i),
                    one.notes(),
                    false,
                    Optional.empty()));
        }
        return aligned;
    }

    private PanelPlan checked(PanelPlan panel) {
        for (PlanMark mark : panel.marks()) {
            if (!tables.containsKey(mark.from())) {
                throw new BadInputException(Message.of(
                                "setting.unknown", Excerpt.of(mark.from()), Suggestion.of(mark.from(), tables.keySet()))
                        .at("from"));
            }
        }
        if (panel.marks().isEmpty()) {
            throw new BadInputException(Message.of("figure.noMarks").at("panels"));
        }
        return panel;
    }

    private Panel drawn(PanelPlan panel, Facets.Cell cell, String letter, List<PlanMark> settledMarks) {
        List<Mark> marks = new ArrayList<>();
        MarkReader.Read first = null;
        for (PlanMark mark : panel.marks()) {
            Table table = cell.rows().apply(tables.get(mark.from()));
            MarkReader.Read read = isWritten(mark)
                    ? MarkReader.written(mark, rowsOf(letter, table), panel.x())
                    : MarkReader.of(mark, table);
            first = first == null ? read : first;
            settledMarks.add(mark.settled(FigurePlan.OWN, read.names()));
            marks.addAll(graded(read.marks()));
        }
        PlanMark leading = panel.marks().getFirst();
        MarkReader.Read shown = Objects.requireNonNull(first);
        return Panel.of(Axes.across(panel.x(), leading, shown), Axes.upward(panel.y(), leading, shown), marks)
                .withTitle(cell.title())
                .withNotes(notes(panel, cell));
    }

    private boolean isWritten(PlanMark mark) {
        DataPlan data = plan.data().get(mark.from());
        return data != null && data.holds() == DataPlan.Holds.FIGURE;
    }

    private static List<Row> rowsOf(String letter, Table table) {
        return table.rows().stream()
                .filter(row -> row.value("panel").equals(letter))
                .toList();
    }

    /** Curves in an order have the colors of a ramp. */
    private List<Mark> graded(List<Mark> marks) {
        boolean ramp = !palette.isEmpty() && Palettes.of(palette).kind() != Palette.Kind.QUALITATIVE;
        if (!ramp || marks.size() < 2) {
            return marks;
        }
        List<Mark> graded = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Tint tint = new Tint.Graded(i / (marks.size() - 1.0));
            graded.add(marks.get(i) instanceof Series series ? series.drawnWith(new Pen(tint, 0)) : marks.get(i));
        }
        return graded;
    }

    private List<Note> notes(PanelPlan panel, Facets.Cell cell) {
        if (!panel.stageBands()) {
            return panel.notes();
        }
        Table table = cell.rows().apply(tables.get(panel.marks().getFirst().from()));
        List<Band> bands = StageBands.of(Stages.of(table.rows()));
        return Stream.concat(bands.stream(), panel.notes().stream()).toList();
    }
}
