package dev.lamina.backend;

import dev.lamina.message.Message;
import dev.lamina.setting.SettingFault;
import dev.lamina.tensor.BadInputException;

/**
 * A setting that a backend cannot serve on this machine.
 *
 * @param key where it stands in a configuration: "backend.precision"
 * @param message why not, and what can be set instead
 */
public record UnservedSetting(String key, Message message) {
    public static UnservedSetting name(Message message) {
        return new UnservedSetting("backend.name", message);
    }

    public static UnservedSetting precision(Message message) {
        return new UnservedSetting("backend.precision", message);
    }

    public static UnservedSetting convolution(Message message) {
        return new UnservedSetting("backend.convolution", message);
    }

    public static UnservedSetting cuda(Message message) {
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
        return new BadInputException(message.at(key));
    }
}
