package uk.ac.manchester.tornado.api.types.arrays;

import java.lang.foreign.MemorySegment;

public final class FloatArray {
    public FloatArray(int numberOfElements) {}

    public void set(int index, float value) {
        throw new UnsupportedOperationException();
    }

    public float get(int index) {
        throw new UnsupportedOperationException();
    }

    public void init(float value) {
        throw new UnsupportedOperationException();
    }

    public int getSize() {
        throw new UnsupportedOperationException();
    }

    public MemorySegment getSegment() {
        throw new UnsupportedOperationException();
    }
}
