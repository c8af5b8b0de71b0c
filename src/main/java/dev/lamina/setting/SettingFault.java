package dev.lamina.setting;

/** What is wrong at one key; the reader adds file and line. */
public final class SettingFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /** @param path dotted, such as "training.epochs" */
    public SettingFault(String path, String message) {
        super(message);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
