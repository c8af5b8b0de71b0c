package dev.lamina.cli;

import dev.lamina.archive.RunStore;
import dev.lamina.experiment.FigureTables;
import dev.lamina.experiment.PlanFigures;
import dev.lamina.experiment.RunFigures;
import dev.lamina.figure.FigureDocument;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Theme;
import dev.lamina.figure.plan.FigurePlan;
import dev.lamina.figure.plan.PaperPlans;
import dev.lamina.figure.plan.PlanFiles;
import dev.lamina.figure.venue.Venues;
import dev.lamina.figure.write.FigureFiles;
import dev.lamina.figure.write.FigureFormat;
import dev.lamina.figure.write.FigureOrigin;
import dev.lamina.figure.write.WrittenFigure;
import dev.lamina.message.Message;
import dev.lamina.setting.RecordFiles;
import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamina figure RUN|FILE}, {@code lamina figure --paper NAME --runs FOLDER}. */
@Command(name = "figure", aliases = "figures", mixinStandardHelpOptions = true)
final class FigureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Widths of figures that no venue is named for. */
    enum Width {
        SINGLE,
        DOUBLE,
        SLIDE
    }

    @Parameters(paramLabel = "RUN|FILE", arity = "0..1")
    private @Nullable Path source;

    @Option(names = "--paper", paramLabel = "NAME")
    private @Nullable String paper;

    @Option(names = "--runs", paramLabel = "FOLDER")
    private @Nullable Path runs;

    @Option(names = "--into", paramLabel = "FOLDER")
    private @Nullable Path into;

    @Option(names = "--venues", paramLabel = "FILE")
    private @Nullable Path venues;

    @Option(names = "--width")
    private @Nullable Width width;

    @Option(names = "--theme")
    private @Nullable Theme theme;

    @Override
    public Integer call() {
        Voice voice = Voice.of(spec);
        if (paper != null) {
            ofPlan(PaperPlans.named(paper), runs == null ? Path.of("runs") : runs, folder(Path.of("")), paper, voice);
            return ExitCode.DONE;
        }
        if (source == null) {
            throw new BadInputException(Message.of("cli.figureOfWhat"));
        }
        if (Files.isRegularFile(source) && RecordFiles.keys(source).contains("panels")) {
            Path beside = source.resolveSibling("");
            ofPlan(PlanFiles.read(source), beside, folder(beside), PlanFiles.baseName(source), voice);
        } else {
            List<WrittenFigure> figures = Files.isRegularFile(source) ? List.of(ofFile(source)) : ofRun(source);
            figures.forEach(figure -> FigureListing.print(figure, voice));
        }
        return ExitCode.DONE;
    }

    private Path folder(Path otherwise) {
        return into == null ? otherwise : into;
    }

    private void ofPlan(FigurePlan plan, Path from, Path folder, String name, Voice voice) {
        if (width != null || theme != null) {
            throw new BadInputException(Message.of("cli.figureOptions"));
        }
        Venues known = venues == null ? Venues.bundled() : Venues.bundled().with(venues);
        PlanFigures.Result result = PlanFigures.write(plan, new FigureTables(from), known, folder, name);
        FigureListing.print(result.written(), voice);
        result.refused().forEach(voice::remark);
    }

    private List<WrittenFigure> ofRun(Path run) {
        List<WrittenFigure> figures = RunFigures.write(RunStore.open(run), style(FigureStyle.doubleColumn()));
        if (figures.isEmpty()) {
            throw new BadInputException(Message.of("cli.nothingMeasured").at(run));
        }
        return figures;
    }

    /** Beside the file, under its name. */
    private WrittenFigure ofFile(Path file) {
        FigureDocument document = RecordFiles.read(file, FigureDocument.class, List.of());
        return FigureFiles.write(
                document.spec(),
                style(document.style()),
                new FigureOrigin(document.configSha256()),
                folder(file.resolveSibling("")),
                PlanFiles.baseName(file),
                FigureFormat.shown());
    }

    private FigureStyle style(FigureStyle otherwise) {
        FigureStyle style = width == null
                ? otherwise
                : switch (width) {
                    case SINGLE -> FigureStyle.singleColumn();
                    case DOUBLE -> FigureStyle.doubleColumn();
                    case SLIDE -> FigureStyle.slide();
                };
        return theme == null ? style : style.withTheme(theme);
    }
}
