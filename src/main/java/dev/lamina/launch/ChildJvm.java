package dev.lamina.launch;

import dev.lamina.backend.BackendName;
import dev.lamina.backend.BackendProvider;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A virtual machine that runs Lamina as a child of this one.
 *
 * @param options between {@code java} and the class path
 */
public record ChildJvm(List<String> options) {
    /** The id of the one backend that does not work in every virtual machine. */
    static final String TORNADO = TornadoSdk.BACKEND;

    /** By its name: the program is above this package. */
    private static final String MAIN = "dev.lamina.Lamina";

    /** The last one: the reader of MATLAB files still asks for offsets by a method that Java warns of. */
    private static final List<String> NEEDED = List.of(
            VectorModule.OPTION,
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "--sun-misc-unsafe-memory-access=allow");

    public ChildJvm {
        options = List.copyOf(options);
    }

    /** The backends that need a virtual machine with options of their own. */
    public static List<String> ids() {
        return List.of(TORNADO);
    }

    /** Whether a backend does not work in this virtual machine, but may in one that it is started with. */
    public static boolean isNeededFor(BackendName backend) {
        return backend.id().equals(TORNADO) && !(runsTornado() && ownDevice() == backend.device());
    }

    /** Whether a backend's devices cannot be seen from this virtual machine, but may from {@link #forListing}. */
    static boolean isNeededForListing(String backend) {
        return backend.equals(TORNADO) && !runsTornado();
    }

    private static boolean runsTornado() {
        return System.getProperty("tornado.load.runtime.implementation") != null
                && ModuleLayer.boot().findModule("tornado.runtime").isPresent();
    }

    private static int ownDevice() {
        return Integer.getInteger(TornadoOptions.DEVICE, 0);
    }

    /**
     * One in which a backend computes.
     *
     * @throws BadInputException as {@link #deviceOf}
     */
    public static ChildJvm of(BackendName backend) {
        return backend.id().equals(TORNADO)
                ? tornado(requireTornado(), backend.device(), deviceOf(backend).memoryBytes())
                : here();
    }

    /** Whether this virtual machine was started with the options that Lamina needs everywhere. */
    public static boolean isOne() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().containsAll(NEEDED);
    }

    /** One with these options and those that Lamina needs everywhere. */
    public static ChildJvm with(List<String> options) {
        return new ChildJvm(complete(options));
    }

    /** One like this, whatever it computes. */
    public static ChildJvm here() {
        return new ChildJvm(own());
    }

    /**
     * What a backend computes on, in this virtual machine or the one it needs.
     *
     * @throws BadInputException if there is no such backend, or no such device
     */
    public static DeviceDescription deviceOf(BackendName backend) {
        List<DeviceDescription> devices = DeviceListing.of(backend.id());
        if (backend.device() >= devices.size()) {
            Message none = devices.size() == 1
                    ? Message.of("launch.onlyOneDevice")
                    : Message.of("launch.noSuchDevice", devices.size() - 1);
            throw new BadInputException(none.at(Message.of("launch.backend", backend)));
        }
        return devices.get(backend.device());
    }

    /** One that looks for TornadoVM's devices. */
    static ChildJvm forListing() {
        return tornado(requireTornado(), 0, -1);
    }

    private static ChildJvm tornado(TornadoSdk sdk, int device, long memoryBytes) {
        return new ChildJvm(TornadoOptions.of(sdk, device, memoryBytes, own()));
    }

    /** @throws BadInputException if there is no SDK, or this build lacks the backend */
    private static TornadoSdk requireTornado() {
        TornadoSdk sdk = TornadoSdk.find();
        if (BackendProvider.of(TORNADO).isEmpty()) {
            throw new BadInputException(Message.of("launch.notBuilt", TornadoSdk.VARIABLE, sdk.home())
                    .at(Message.of("launch.backend", TORNADO)));
        }
        return sdk;
    }

    /** This process's options; a debugger's port or a profiler's file is taken by it already. */
    private static List<String> own() {
        return complete(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib")
                        && !option.startsWith("-agentpath")
                        && !option.startsWith("-javaagent")
                        && !Launcher.isBond(option))
                .toList());
    }

    private static List<String> complete(List<String> options) {
        List<String> complete = new ArrayList<>(options);
        NEEDED.stream().filter(option -> !options.contains(option)).forEach(complete::add);
        return complete;
    }

    /** The command line that runs Lamina with arguments. */
    public List<String> command(List<String> arguments) {
        return command(MAIN, arguments);
    }

    /** The command line of another program on the class path. */
    public List<String> command(String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return command;
    }
}
