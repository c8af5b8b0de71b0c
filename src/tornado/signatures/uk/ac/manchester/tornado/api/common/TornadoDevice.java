package uk.ac.manchester.tornado.api.common;

import uk.ac.manchester.tornado.api.TornadoTargetDevice;
import uk.ac.manchester.tornado.api.enums.TornadoVMBackendType;

public interface TornadoDevice {
    String getDeviceName();

    String getDescription();

    String getPlatformName();

    long getMaxAllocMemory();

    long getMaxGlobalMemory();

    long getDeviceLocalMemorySize();

    long[] getDeviceMaxWorkgroupDimensions();

    String getDeviceOpenCLCVersion();

    TornadoTargetDevice getPhysicalDevice();

    TornadoVMBackendType getTornadoVMBackend();
}
