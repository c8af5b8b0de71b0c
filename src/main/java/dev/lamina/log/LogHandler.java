package dev.lamina.log;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is logged to the log file, and remembers the last lines for a report. A flood is cut short, so that nothing
 * that goes on becomes slower by it. Made by java.util.logging; any thread.
 */
public final class LogHandler extends Handler {
    private static final int REMEMBERED = 30;
    private static final int MOST_CHARACTERS = 32 << 10;
    private static final long PERIOD_MILLIS = 60_000;
    private static final int MOST_IN_A_PERIOD = 100;

    private final SimpleFormatter messages = new SimpleFormatter();
    private final Iterator<Path> places;
    private final Deque<String> last = new ArrayDeque<>();
    private LogFile file;
    private boolean begun;
    private boolean ended;
    private long periodStart;
    private int inPeriod;

    /** Logs to the place that this system has for it. */
    public LogHandler() {
        this(LogPlace.candidates());
    }

    /** @param places the best one first; the next one is taken where a file cannot be written */
    LogHandler(List<Path> places) {
        this.places = places.iterator();
        this.file = LogFile.at(this.places.next());
    }

    /** The last lines that this process has logged, the oldest first. */
    public static List<String> lastLines() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (handler instanceof LogHandler own) {
                return own.remembered();
            }
        }
        return List.of();
    }

    synchronized List<String> remembered() {
        return new ArrayList<>(last);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        if (entry.getMillis() - periodStart > PERIOD_MILLIS) {
            periodStart = entry.getMillis();
            inPeriod = 0;
        }
        inPeriod++;
        if (inPeriod <= MOST_IN_A_PERIOD) {
            String line = line(entry);
            last.addLast(line);
            if (last.size() > REMEMBERED) {
                last.removeFirst();
            }
            write(header() + line + "\n" + trace(entry.getThrown()));
        } else if (inPeriod == MOST_IN_A_PERIOD + 1) {
            write(line(entry) + "\n… and more within the same minute, which are left out\n");
        }
    }

    private String line(LogRecord entry) {
        return entry.getInstant().truncatedTo(ChronoUnit.MILLIS) + " "
                + entry.getLevel().getName() + " ["
                + ProcessHandle.current().pid() + " " + Thread.currentThread().getName() + "] "
                + entry.getLoggerName() + ": " + cut(messages.formatMessage(entry));
    }

    private static String trace(@Nullable Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return cut(text.toString());
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…\n";
    }

    /** Before the first entry of a process. */
    private String header() {
        if (begun) {
            return "";
        }
        begun = true;
        return "---- Lamina " + Machine.version() + ", Java " + Runtime.version() + ", " + Machine.system() + "\n";
    }

    private void write(String text) {
        while (!ended) {
            try {
                file.append(text);
                return;
            } catch (IOException | RuntimeException _) {
                if (!places.hasNext()) {
                    // Nobody can be told where nothing can be written; a report still has the last lines.
                    ended = true;
                    return;
                }
                file = LogFile.at(places.next());
            }
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
