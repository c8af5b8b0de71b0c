package dev.lamina.cli;

import dev.lamina.archive.RunStore;
import dev.lamina.experiment.RunFigures;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Theme;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.tensor.BadInputException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamina figures RUN}. */
@Command(
        name = "figures",
        description = "Draws the figures of a run again: SVG, PDF, PNG, and the plotted numbers as CSV.",
        mixinStandardHelpOptions = true)
final class FiguresCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Widths that journals and slides ask for. */
    enum Width {
        SINGLE,
        DOUBLE,
        SLIDE
    }

    @Parameters(paramLabel = "RUN", description = "The run folder.")
    private Path folder;

    @Option(
            names = "--width",
            defaultValue = "double",
            description = "One of ${COMPLETION-CANDIDATES}: 85, 175 or 254 mm. Default: double.")
    private Width width;

    @Option(names = "--theme", defaultValue = "light", description = "One of ${COMPLETION-CANDIDATES}. Default: light.")
    private Theme theme;

    @Override
    public Integer call() {
        FigureStyle style = switch (width) {
            case SINGLE -> FigureStyle.singleColumn();
            case DOUBLE -> FigureStyle.doubleColumn();
            case SLIDE -> FigureStyle.slide();
        };
        List<WrittenFigure> figures = RunFigures.write(RunStore.open(folder), style.withTheme(theme));
        if (figures.isEmpty()) {
            throw new BadInputException(folder + ": no epoch has been measured yet; resume the run first");
        }
        PrintWriter out = spec.commandLine().getOut();
        figures.forEach(figure -> FigureListing.print(figure, out));
        return ExitCode.DONE;
    }
}
