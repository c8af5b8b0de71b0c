package dev.lamina.launch;

import dev.lamina.backend.DeviceDescription;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import dev.lamina.tensor.FileFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The devices of a backend, asked of a process in which it works: {@code lamina devices --of tornado} answers with a line
 * for each, its parts separated by tabs.
 */
public final class DeviceListing {
    /** Arguments of the process that answers, before the backend's id. */
    private static final List<String> QUESTION = List.of("devices", "--of");

    private static final String MARK = "lamina-device";
    /** What a refusal of the process begins with. */
    private static final String COMPLAINT = "lamina: ";

    private static final String SEPARATOR = "\t";
    private static final int PARTS = 4;
    private static final int MOST_SECONDS = 120;

    private DeviceListing() {}

    /**
     * In the order of their numbers, at least one.
     *
     * @param jvm one in which the backend works
     * @throws BadInputException if there is none, or the process cannot be asked
     */
    static List<DeviceDescription> of(String backend, ChildJvm jvm) {
        List<String> question = new ArrayList<>(QUESTION);
        question.add(backend);
        return answer(backend, jvm.command(question));
    }

    /** The answer's line about a device. */
    public static String line(DeviceDescription device) {
        return String.join(
                SEPARATOR, MARK, plain(device.name()), plain(device.driver()), Long.toString(device.memoryBytes()));
    }

    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private static List<DeviceDescription> answer(String backend, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            List<String> lines = new ArrayList<>();
            Thread reader = Thread.ofPlatform().daemon().start(() -> lines.addAll(read(process)));
            boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            reader.join();
            return answer(
                    backend,
                    ended ? Message.of("launch.ended", process.exitValue()) : Message.of("launch.noAnswer"),
                    lines);
        } catch (IOException e) {
            throw new BadInputException(
                    Message.of("launch.cannotStart", command.getFirst(), FileFault.reason(e))
                            .at(place(backend)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInputException(Message.of("launch.interrupted").at(place(backend)), e);
        }
    }

    private static List<String> read(Process process) {
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            return reader.lines().toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /**
     * The devices in an answer.
     *
     * @param end how the process ended
     * @throws BadInputException if there are none, with the last words
     */
    static List<DeviceDescription> answer(String backend, Message end, List<String> lines) {
        List<DeviceDescription> devices = lines.stream()
                .map(line -> line.split(SEPARATOR, -1))
                .filter(parts -> parts.length == PARTS && parts[0].equals(MARK))
                .map(parts -> new DeviceDescription(parts[1], parts[2], Long.parseLong(parts[3])))
                .toList();
        if (!devices.isEmpty()) {
            return devices;
        }
        List<String> words = lines.stream().filter(line -> !line.isBlank()).toList();
        throw new BadInputException(words.stream()
                .filter(line -> line.startsWith(COMPLAINT))
                .reduce((_, last) -> last)
                .map(line -> Message.verbatim(line.substring(COMPLAINT.length())))
                .orElseGet(() -> noDevice(end, words).at(place(backend))));
    }

    private static Message noDevice(Message end, List<String> words) {
        return words.isEmpty()
                ? Message.of("launch.noDevice", end)
                : Message.of("launch.noDeviceButWords", end, words.getLast().strip());
    }

    private static Message place(String backend) {
        return Message.of("launch.backend", backend);
    }
}
