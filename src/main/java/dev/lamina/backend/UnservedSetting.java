package dev.lamina.backend;

import dev.lamina.setting.SettingFault;
import dev.lamina.tensor.BadInputException;

/**
 * A setting that a backend cannot serve on this machine.
 *
 * @param key where it stands in a configuration: "backend.precision"
 * @param message why not, and after a semicolon what can be set instead
 */
public record UnservedSetting(String key, String message) {
    public static UnservedSetting name(String message) {
        return new UnservedSetting("backend.name", message);
    }

    public static UnservedSetting precision(String message) {
        return new UnservedSetting("backend.precision", message);
    }

    public static UnservedSetting convolution(String message) {
        return new UnservedSetting("backend.convolution", message);
    }

    public static UnservedSetting cuda(String message) {
        return new UnservedSetting("backend.cuda", message);
    }

    /** The same where a sweep lists the value. */
    public UnservedSetting inSweep() {
        return new UnservedSetting("sweep." + key, message);
    }

    /** As a fault of the file in which it stands. */
    public SettingFault atKey() {
        return new SettingFault(key, message);
    }

    /** As a fault of what was handed in. */
    public BadInputException fault() {
        return new BadInputException(key + ": " + message);
    }
}
