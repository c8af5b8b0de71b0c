package dev.lamina.cli;

import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.Excerpt;
import dev.lamina.tensor.HomeFolder;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "lamina",
        description = "Trains and studies image-classification networks.",
        mixinStandardHelpOptions = true,
        versionProvider = LaminaVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            ResumeCommand.class,
            RunsCommand.class,
            DescribeCommand.class,
            DevicesCommand.class,
            CheckCommand.class,
            SchemaCommand.class,
            LicensesCommand.class,
            FiguresCommand.class,
            FgsmCommand.class,
            GbrCommand.class,
            MeasureCommand.class,
            DataCommand.class,
            WnllCommand.class,
            ReproduceCommand.class,
            BenchCommand.class,
            BenchWorkerCommand.class
        })
public final class LaminaCommand implements Callable<Integer> {
    /** What runs where no command is given and there is no display. */
    public static final List<String> QUICK_START = List.of("run", "sample-configs/quickstart.json");

    /** The exit code of a command line that cannot be used. */
    public static final int BAD_INPUT = ExitCode.BAD_INPUT;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    /** Runs one command line and returns its exit code. */
    public static int execute(List<String> arguments) {
        return execute(arguments, System.out, System.err);
    }

    /** Runs one command line that writes to streams of its own. */
    public static int execute(List<String> arguments, PrintStream out, PrintStream err) {
        CommandLine command = new CommandLine(new LaminaCommand())
                .setOut(new PrintWriter(out, true, out.charset()))
                .setErr(new PrintWriter(err, true, err.charset()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                // A file may be called @ something; nobody is told that its content would be taken for arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(LaminaCommand::badCommandLine)
                .setExecutionExceptionHandler(LaminaCommand::failed);
        HomeFolder.remark().ifPresent(remark -> command.getErr().println("lamina: " + remark));
        RefusedArguments.convertInPlainWords(command);
        try {
            return command.execute(arguments.toArray(String[]::new));
        } catch (OutOfMemoryError e) {
            command.getErr()
                    .println("lamina: out of memory (" + e.getMessage() + ", at most "
                            + Amounts.bytes(Runtime.getRuntime().maxMemory())
                            + "); take a smaller batch or network, or more memory with java -Xmx");
            return ExitCode.FAILED;
        }
    }

    private static int badCommandLine(ParameterException e, String[] args) {
        e.getCommandLine().getErr().println(RefusedArguments.line(e, args));
        return ExitCode.BAD_INPUT;
    }

    private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof InvalidPathException path) {
            err.println("lamina: " + Excerpt.of(path.getInput()) + ": cannot be the name of a file here ("
                    + Excerpt.of(path.getReason()) + "); take another name, or " + ArgumentLetters.remedy());
            return ExitCode.BAD_INPUT;
        }
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        err.println(RefusedArguments.line(message.lines().findFirst().orElse(""), parsed.originalArgs()));
        if (!(e instanceof BadInputException)) {
            e.printStackTrace(err);
            System.getLogger(LaminaCommand.class.getName())
                    .log(Level.ERROR, command.getCommandSpec().qualifiedName() + " failed", e);
        }
        return e instanceof BadInputException ? ExitCode.BAD_INPUT : ExitCode.FAILED;
    }
}
