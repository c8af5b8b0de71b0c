package dev.lamina.cli;

import dev.lamina.data.download.Download;
import dev.lamina.data.download.DownloadException;
import dev.lamina.data.download.DownloadProgress;
import dev.lamina.data.source.DataCatalog;
import java.io.PrintWriter;
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
@Command(
        name = "get",
        description = {
            "Downloads a data set into the data folder, checked and complete or not at all.",
            "A download that was stopped or broke off goes on where it ended.",
            "Proxies: https_proxy, http_proxy, all_proxy, no_proxy, or Java's -Dhttps.proxyHost."
        },
        mixinStandardHelpOptions = true)
final class DataGetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The data set, as in 'lamina data list'.")
    private String name;

    @Option(names = "--from", paramLabel = "URL", description = "A mirror that holds the files directly below it.")
    private @Nullable URI mirror;

    @Mixin
    private DataArguments data;

    private final Terminal terminal = Terminal.attached();

    @Override
    public Integer call() {
        AtomicBoolean stopped = new AtomicBoolean();
        Download download = mirror == null
                ? Download.published(this::show, stopped::get)
                : Download.mirror(mirror, this::show, stopped::get);
        try (StopSignals _ = new StopSignals(_ -> stopped.set(true))) {
            Path folder =
                    download.get(DataCatalog.card(name), data.downloadLocation().downloadRoot());
            spec.commandLine().getOut().println(lineStart() + name + " is in " + folder);
            return ExitCode.DONE;
        } catch (DownloadException e) {
            spec.commandLine().getErr().println(lineStart() + "lamina: " + e.getMessage());
            return ExitCode.FAILED;
        } catch (CancellationException _) {
            spec.commandLine().getErr().println(lineStart() + "lamina: stopped; the same command goes on from here");
            return ExitCode.STOPPED;
        }
    }

    /** Over the line that shows the progress. */
    private String lineStart() {
        return terminal == Terminal.INTERACTIVE ? "\r" : "";
    }

    private void show(DownloadProgress progress) {
        if (terminal == Terminal.INTERACTIVE) {
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "\r%s  %s of %s  %s left   ",
                    progress.file(),
                    Amounts.bytes(progress.receivedBytes()),
                    Amounts.bytes(progress.totalBytes()),
                    Double.isFinite(progress.secondsLeft()) ? Amounts.duration(progress.secondsLeft()) : "?");
            out.flush();
        }
    }
}
