package dev.lamina.config;

/** What is wrong at one key; the reader adds file and line. */
final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    ConfigException(String path, String message) {
        super(message);
        this.path = path;
    }

    String path() {
        return path;
    }
}
