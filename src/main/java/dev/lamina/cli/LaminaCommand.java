package dev.lamina.cli;

import dev.lamina.message.Excerpt;
import dev.lamina.message.Language;
import dev.lamina.message.Message;
import dev.lamina.message.Wording;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.HomeFolder;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "lamina",
        mixinStandardHelpOptions = true,
        versionProvider = LaminaVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ResumeCommand.class,
            RunsCommand.class,
            NoteCommand.class,
            DescribeCommand.class,
            DevicesCommand.class,
            CheckCommand.class,
            SchemaCommand.class,
            LicensesCommand.class,
            FigureCommand.class,
            FgsmCommand.class,
            GbrCommand.class,
            MeasureCommand.class,
            PredictCommand.class,
            DataCommand.class,
            WnllCommand.class,
            ReproduceCommand.class,
            BenchCommand.class,
            BenchWorkerCommand.class
        })
public final class LaminaCommand implements Callable<Integer>, Voice.Speaker {
    /** What runs where no command is given and there is no display. */
    public static final List<String> QUICK_START = List.of("run", "sample-configs/quickstart.json");

    /** The exit code of a command line that cannot be used. */
    public static final int BAD_INPUT = ExitCode.BAD_INPUT;

    @Spec
    private CommandSpec spec;

    private final Language language;

    private LaminaCommand(Language language) {
        this.language = language;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "");
    }

    /** Runs one command line and returns its exit code. */
    public static int execute(List<String> arguments) {
        return execute(arguments, withLetters(System.out), withLetters(System.err));
    }

    /** Under a locale that knows ASCII alone, as the process does that trains, which is given another. */
    private static PrintStream withLetters(PrintStream stream) {
        return stream.charset().equals(StandardCharsets.US_ASCII)
                ? new PrintStream(stream, true, StandardCharsets.UTF_8)
                : stream;
    }

    /** Runs one command line that writes to streams of its own, in the language of the process. */
    public static int execute(List<String> arguments, PrintStream out, PrintStream err) {
        return execute(arguments, out, err, Language.ofProcess());
    }

    static int execute(List<String> arguments, PrintStream out, PrintStream err, Language language) {
        CommandLine command = commandLine(language)
                .setOut(new PrintWriter(out, true, out.charset()))
                .setErr(new PrintWriter(err, true, err.charset()));
        Voice voice = Voice.of(command.getCommandSpec());
        HomeFolder.remark().ifPresent(voice::remark);
        try {
            return command.execute(arguments.toArray(String[]::new));
        } catch (OutOfMemoryError e) {
            voice.remark(Message.of(
                    "cli.outOfMemory",
                    String.valueOf(e.getMessage()),
                    Amounts.bytes(Runtime.getRuntime().maxMemory())));
            return ExitCode.FAILED;
        }
    }

    static CommandLine commandLine(Language language) {
        CommandLine command = new CommandLine(new LaminaCommand(language))
                // A file may be called @ something; nobody is told that its content would be taken for arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(LaminaCommand::badCommandLine)
                .setExecutionExceptionHandler(LaminaCommand::failed)
                .setResourceBundle(Wording.bundle("dev.lamina.message.help", language));
        ArgumentValues.readWith(command);
        return command;
    }

    private static int badCommandLine(ParameterException e, String[] args) {
        Voice voice = Voice.of(e.getCommandLine().getCommandSpec());
        voice.err().println(RefusedArguments.line(e, args, voice.language()));
        return ExitCode.BAD_INPUT;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        Voice voice = Voice.of(command.getCommandSpec());
        Optional<Message> problem = problem(e);
        String line = problem.map(voice::text).orElseGet(() -> unforeseen(e, voice));
        voice.err().println(RefusedArguments.line(line, parsed.originalArgs()));
        if (problem.isEmpty()) {
            e.printStackTrace(voice.err());
            System.getLogger(LaminaCommand.class.getName())
                    .log(Level.ERROR, command.getCommandSpec().qualifiedName() + " failed", e);
        }
        return problem.isPresent() ? ExitCode.BAD_INPUT : ExitCode.FAILED;
    }

    /** What a person can mend. */
    private static Optional<Message> problem(Exception e) {
        return switch (e) {
            case BadInputException bad -> Optional.of(bad.problem());
            case InvalidPathException path ->
                Optional.of(Message.of(
                        "cli.impossibleName",
                        Excerpt.of(path.getInput()),
                        Excerpt.of(path.getReason()),
                        ArgumentLetters.remedy()));
            default -> Optional.empty();
        };
    }

    private static String unforeseen(Exception e, Voice voice) {
        return Optional.ofNullable(e.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElseGet(() -> voice.text("cli.unforeseen"));
    }
}
