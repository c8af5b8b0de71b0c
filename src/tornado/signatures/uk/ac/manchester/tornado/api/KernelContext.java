package uk.ac.manchester.tornado.api;

public class KernelContext {
    public final Integer globalIdx = 0;
    public final Integer globalIdy = 0;
    public final Integer globalIdz = 0;
    public final Integer groupIdx = 0;
    public final Integer groupIdy = 0;
    public final Integer groupIdz = 0;
    public final Integer localIdx = 0;
    public final Integer localIdy = 0;
    public final Integer localIdz = 0;

    public void localBarrier() {
        throw new UnsupportedOperationException();
    }

    public float[] allocateFloatLocalArray(int size) {
        throw new UnsupportedOperationException();
    }
}
