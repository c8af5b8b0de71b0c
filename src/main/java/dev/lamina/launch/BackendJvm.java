package dev.lamina.launch;

import dev.lamina.backend.BackendName;
import dev.lamina.backend.BackendProvider;
import dev.lamina.backend.DeviceDescription;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.List;

/** Which virtual machine a backend computes in, and what on. */
public final class BackendJvm {
    /** The id of the one backend that does not work in every virtual machine. */
    static final String TORNADO = TornadoSdk.BACKEND;

    private BackendJvm() {}

    /** The backends that need a virtual machine with options of their own. */
    public static List<String> ids() {
        return List.of(TORNADO);
    }

    /** Whether a backend does not work in this virtual machine, but may in one that it is started with. */
    public static boolean isNeededFor(BackendName backend) {
        return backend.id().equals(TORNADO) && !(runsTornado() && ownDevice() == backend.device());
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
                ? tornado(backend.device(), deviceOf(backend).memoryBytes())
                : ChildJvm.here();
    }

    /**
     * In the order of their numbers, at least one.
     *
     * @throws BadInputException if the backend cannot run on this machine
     */
    public static List<DeviceDescription> devices(String backend) {
        return backend.equals(TORNADO) && !runsTornado()
                ? DeviceListing.of(backend, tornado(0, -1))
                : BackendProvider.of(backend)
                        .orElseThrow(() -> new BadInputException(
                                Message.of("launch.noBackend").at(Message.of("launch.backend", backend))))
                        .devices();
    }

    /**
     * What a backend computes on, in this virtual machine or the one it needs.
     *
     * @throws BadInputException if there is no such backend, or no such device
     */
    public static DeviceDescription deviceOf(BackendName backend) {
        List<DeviceDescription> devices = devices(backend.id());
        if (backend.device() >= devices.size()) {
            Message none = devices.size() == 1
                    ? Message.of("launch.onlyOneDevice")
                    : Message.of("launch.noSuchDevice", devices.size() - 1);
            throw new BadInputException(none.at(Message.of("launch.backend", backend)));
        }
        return devices.get(backend.device());
    }

    /** @throws BadInputException if there is no SDK, or this build lacks the backend */
    private static ChildJvm tornado(int device, long memoryBytes) {
        TornadoSdk sdk = TornadoSdk.find();
        if (BackendProvider.of(TORNADO).isEmpty()) {
            throw new BadInputException(Message.of("launch.notBuilt", TornadoSdk.VARIABLE, sdk.home())
                    .at(Message.of("launch.backend", TORNADO)));
        }
        return new ChildJvm(
                TornadoOptions.of(sdk, device, memoryBytes, ChildJvm.here().options()));
    }
}
