package dev.lamina.setting;

import dev.lamina.message.Message;
import java.util.Optional;

/** What is wrong at one key; the reader adds file and line. */
public final class SettingFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final transient Message problem;
    private final transient Optional<JsonPlace> place;

    /** @param path dotted, such as "training.epochs" */
    public SettingFault(String path, Message problem) {
        super(problem.toString());
        this.path = path;
        this.problem = problem;
        this.place = Optional.empty();
    }

    /** @param place in the text that was read, empty where the value stands in none */
    SettingFault(String path, Message problem, Optional<JsonPlace> place, Throwable cause) {
        super(problem.toString(), cause);
        this.path = path;
        this.problem = problem;
        this.place = place;
    }

    public String path() {
        return path;
    }

    /** Without path and place. */
    public Message problem() {
        return problem;
    }

    /** Where it stands in the text that was read; empty for a value that came from elsewhere, or before it was looked for. */
    public Optional<JsonPlace> place() {
        return place;
    }
}
