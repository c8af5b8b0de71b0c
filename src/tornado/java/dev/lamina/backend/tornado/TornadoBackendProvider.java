package dev.lamina.backend.tornado;

import dev.lamina.backend.Backend;
import dev.lamina.backend.BackendProvider;
import dev.lamina.backend.DeviceDescription;
import java.util.List;

/** Provides the backend "tornado" where TornadoVM runs in this process. */
public final class TornadoBackendProvider implements BackendProvider {
    static final String ID = "tornado";

    @Override
    public String id() {
        return ID;
    }

    /** {@inheritDoc} The device is the one that {@link TornadoDevices#DEVICE_PROPERTY} names. */
    @Override
    public Backend create() {
        return TornadoBackend.create();
    }

    @Override
    public List<DeviceDescription> devices() {
        return TornadoDevices.list();
    }
}
