package dev.lamina.backend.tornado;

import dev.lamina.backend.DeviceDescription;
import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import java.util.stream.Stream;
import uk.ac.manchester.tornado.api.TornadoBackend;
import uk.ac.manchester.tornado.api.TornadoExecutionPlan;
import uk.ac.manchester.tornado.api.common.TornadoDevice;

/** The devices TornadoVM finds, numbered from 0 in the order of its drivers. */
public final class TornadoDevices {
    /** System property with the number of the device to use; 0 where it is not set. */
    public static final String DEVICE_PROPERTY = "lamina.tornado.device";

    private TornadoDevices() {}

    /**
     * Descriptions of all devices, in the order of their numbers.
     *
     * @throws BadInputException if TornadoVM is not there or cannot start
     */
    public static List<DeviceDescription> list() {
        return all().stream().map(TornadoDevices::describe).toList();
    }

    /**
     * The device that {@link #DEVICE_PROPERTY} names.
     *
     * @throws BadInputException if there is none of that number
     */
    static TornadoDevice chosen() {
        List<TornadoDevice> devices = all();
        String number = System.getProperty(DEVICE_PROPERTY, "0");
        if (!number.matches("[0-9]{1,4}") || Integer.parseInt(number) >= devices.size()) {
            Message none = devices.isEmpty()
                    ? Message.of("backend.noDeviceAtAll", number)
                    : Message.of("backend.noDevice", number, devices.size() - 1);
            throw new BadInputException(placed(none));
        }
        return devices.get(Integer.parseInt(number));
    }

    /** The version of TornadoVM, as its module says; empty if it does not. */
    static String version() {
        return ModuleLayer.boot()
                .findModule("tornado.api")
                .map(Module::getDescriptor)
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("");
    }

    /** Name, backend with its platform and OpenCL version where it has one, and memory. */
    static DeviceDescription describe(TornadoDevice device) {
        String version = device.getDeviceOpenCLCVersion();
        String driver = ("TornadoVM " + version()).strip() + " " + device.getTornadoVMBackend() + ", "
                + device.getPlatformName() + (version == null || version.isBlank() ? "" : ", " + version.strip());
        return new DeviceDescription(
                device.getPhysicalDevice().getDeviceName().strip(), driver, device.getMaxGlobalMemory());
    }

    /** NoClassDefFoundError and the like show that TornadoVM, its native library or a driver is missing. */
    private static List<TornadoDevice> all() {
        if (System.getProperty("tornado.load.runtime.implementation") == null
                || ModuleLayer.boot().findModule("tornado.runtime").isEmpty()) {
            throw new BadInputException(placed(Message.of("backend.noTornado")));
        }
        try {
            return TornadoExecutionPlan.getTornadoDeviceMap().getAllBackends().stream()
                    .flatMap(TornadoDevices::of)
                    .toList();
        } catch (RuntimeException | LinkageError e) {
            throw new BadInputException(placed(Message.of("backend.tornadoFails", cause(e))), e);
        }
    }

    private static Stream<TornadoDevice> of(TornadoBackend backend) {
        return backend.getAllDevices().stream();
    }

    private static Message placed(Message message) {
        return message.at(Message.of("launch.backend", TornadoBackendProvider.ID));
    }

    private static String cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
