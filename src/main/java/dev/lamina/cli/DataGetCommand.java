package dev.lamina.cli;

import dev.lamina.data.download.Download;
import dev.lamina.data.download.DownloadException;
import dev.lamina.data.download.DownloadProgress;
import dev.lamina.data.source.DataCatalog;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamina data get NAME}. */
@Command(name = "get", mixinStandardHelpOptions = true)
final class DataGetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME")
    private String name;

    @Option(names = "--from", paramLabel = "URL")
    private @Nullable URI mirror;

    @Mixin
    private DataArguments data;

    private final Terminal terminal = Terminal.attached();

    @Override
    public Integer call() {
        Voice voice = Voice.of(spec);
        AtomicBoolean stopped = new AtomicBoolean();
        Download download = mirror == null
                ? Download.published(this::show, stopped::get)
                : Download.mirror(mirror, this::show, stopped::get);
        try (StopSignals _ = new StopSignals(_ -> stopped.set(true))) {
            Path folder =
                    download.get(DataCatalog.card(name), data.downloadLocation().downloadRoot());
            voice.print(lineStart() + voice.text("cli.dataIsIn", name, folder));
            return ExitCode.DONE;
        } catch (DownloadException e) {
            voice.err().println(lineStart() + "lamina: " + voice.text(e.problem()));
            return ExitCode.FAILED;
        } catch (CancellationException _) {
            voice.err().println(lineStart() + "lamina: " + voice.text("cli.downloadStopped"));
            return ExitCode.STOPPED;
        }
    }

    /** Over the line that shows the progress. */
    private String lineStart() {
        return terminal == Terminal.INTERACTIVE ? "\r" : "";
    }

    private void show(DownloadProgress progress) {
        if (terminal == Terminal.INTERACTIVE) {
            Voice voice = Voice.of(spec);
            String line = voice.text(
                    "cli.downloading",
                    progress.file(),
                    Amounts.bytes(progress.receivedBytes()),
                    Amounts.bytes(progress.totalBytes()),
                    Amounts.left(progress.secondsLeft()));
            voice.out().print("\r" + line + "   ");
            voice.out().flush();
        }
    }
}
