package dev.lamina.archive;

import dev.lamina.tensor.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that takes a run's lock many times, and each time adds 1 to a number in a file, as nobody could without it. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] args) throws Exception {
        RunFolder folder = new RunFolder(Path.of(args[0]));
        Path number = folder.path().resolve("number");
        int left = Integer.parseInt(args[1]);
        System.out.println("ready");
        while (left > 0) {
            try (RunLock _ = RunLock.of(folder)) {
                int value = Integer.parseInt(Files.readString(number));
                Files.writeString(number, String.valueOf(value + 1));
                left--;
            } catch (BadInputException _) {
                Thread.onSpinWait();
            }
        }
        if (args.length > 2) {
            RunLock.of(folder);
            System.out.println("held");
            System.in.read();
        }
    }
}
