package uk.ac.manchester.tornado.api;

import java.util.List;
import uk.ac.manchester.tornado.api.common.TornadoDevice;

public interface TornadoBackend {
    List<TornadoDevice> getAllDevices();
}
