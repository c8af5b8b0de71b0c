package dev.lamina.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error that nobody expected, as a text for those who can mend it. Of paths in the log's lines only the last name is
 * kept, and the home folder is nowhere: the text goes to strangers.
 *
 * @param thread the name of the one it ended
 * @param lastLines of the log
 */
public record ErrorReport(Instant when, String thread, Throwable error, List<String> lastLines) {
    /** The folders of an absolute path. */
    private static final Pattern FOLDERS =
            Pattern.compile("(?<![\\w.~…])(?:[A-Za-z]:)?[/\\\\](?:[^/\\\\\\s:]+[/\\\\])+");

    public ErrorReport {
        lastLines = List.copyOf(lastLines);
    }

    /** Of now, on this thread's behalf. */
    public static ErrorReport of(Thread thread, Throwable error) {
        return new ErrorReport(Instant.now(), thread.getName(), error, LogHandler.lastLines());
    }

    /** What happened, in one line. */
    public String line() {
        return error.toString().lines().findFirst().orElse("").strip();
    }

    /** The whole report, in English. */
    public String text() {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return String.join(
                "\n",
                "Lamina " + Machine.version() + ": unexpected error",
                "when: " + when.truncatedTo(ChronoUnit.SECONDS),
                "java: " + Machine.java(),
                "system: " + Machine.system(),
                "processor: " + Machine.processor(),
                "heap: at most " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB",
                "thread: " + thread,
                "",
                withoutHome(trace.toString().strip()),
                "",
                "last lines of the log:",
                lastLines.isEmpty()
                        ? "none"
                        : String.join(
                                "\n",
                                lastLines.stream()
                                        .map(ErrorReport::withoutFolders)
                                        .toList()),
                "");
    }

    private static String withoutHome(String text) {
        String home = System.getProperty("user.home", "");
        return home.length() > 1 ? text.replace(home, "~") : text;
    }

    static String withoutFolders(String line) {
        return FOLDERS.matcher(withoutHome(line).replace("~/", "/")).replaceAll(Matcher.quoteReplacement("…/"));
    }
}
