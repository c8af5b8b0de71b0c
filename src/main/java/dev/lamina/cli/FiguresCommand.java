package dev.lamina.cli;

import dev.lamina.archive.RunStore;
import dev.lamina.experiment.RunFigures;
import dev.lamina.figure.FigureDocument;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.Theme;
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

/** {@code lamina figures RUN|FILE}. */
@Command(name = "figures", mixinStandardHelpOptions = true)
final class FiguresCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Widths that journals and slides ask for. */
    enum Width {
        SINGLE,
        DOUBLE,
        SLIDE
    }

    @Parameters(paramLabel = "RUN|FILE")
    private Path source;

    @Option(names = "--width")
    private @Nullable Width width;

    @Option(names = "--theme")
    private @Nullable Theme theme;

    @Override
    public Integer call() {
        List<WrittenFigure> figures = Files.isRegularFile(source) ? List.of(ofFile()) : ofRun();
        Voice voice = Voice.of(spec);
        figures.forEach(figure -> FigureListing.print(figure, voice));
        return ExitCode.DONE;
    }

    private List<WrittenFigure> ofRun() {
        List<WrittenFigure> figures = RunFigures.write(RunStore.open(source), style(FigureStyle.doubleColumn()));
        if (figures.isEmpty()) {
            throw new BadInputException(Message.of("cli.nothingMeasured").at(source));
        }
        return figures;
    }

    /** Beside the file, under its name. */
    private WrittenFigure ofFile() {
        FigureDocument document = RecordFiles.read(source, FigureDocument.class, List.of());
        return FigureFiles.write(
                document.spec(),
                style(document.style()),
                new FigureOrigin(document.configSha256()),
                source.resolveSibling(""),
                String.valueOf(source.getFileName()).replaceFirst("\\.json$", ""),
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
