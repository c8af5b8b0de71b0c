package uk.ac.manchester.tornado.api;

import java.util.List;

public class TornadoDeviceMap {
    public List<TornadoBackend> getAllBackends() {
        throw new UnsupportedOperationException();
    }
}
