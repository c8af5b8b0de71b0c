package dev.lamina.experiment;

import dev.lamina.figure.check.VenueCheck;
import dev.lamina.figure.plan.DataPlan;
import dev.lamina.figure.plan.FigurePlan;
import dev.lamina.figure.plan.PlanFiles;
import dev.lamina.figure.plan.PlanReader;
import dev.lamina.figure.plan.PlannedFigure;
import dev.lamina.figure.plan.Table;
import dev.lamina.figure.venue.Venues;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.message.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Writes a figure that a plan asks for. */
public final class PlanFigures {
    private PlanFigures() {}

    /**
     * What came of it.
     *
     * @param refused what the venue would refuse of it
     */
    public record Result(WrittenFigure written, List<Message> refused) {}

    /** @throws dev.lamina.tensor.BadInputException if the plan asks for what is not there */
    public static Result write(
            FigurePlan plan, Function<DataPlan, Table> tables, Venues venues, Path folder, String name) {
        PlannedFigure figure = PlanReader.read(plan, tables, venues);
        WrittenFigure written = PlanFiles.write(figure, folder, name);
        return new Result(written, VenueCheck.of(figure.spec(), figure.style(), figure.venue()));
    }
}
