package dev.lamina.backend.tornado;

import dev.lamina.backend.tornado.plan.DevicePlan;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * The arrays of a program: the memory its kernels work on, which stays on the device, and those that move persistent
 * values, inputs and outputs between it and the host.
 */
record DeviceMemory(FloatArray array, FloatArray staging, FloatArray inputs, FloatArray outputs) {
    static DeviceMemory of(DevicePlan plan) {
        return new DeviceMemory(
                new FloatArray((int) Math.max(1, plan.size())),
                zeros(plan.persistent().size()),
                zeros(plan.inputs().size()),
                zeros(plan.outputs().size()));
    }

    /** Bytes on the device, where all four are. */
    static long bytes(DevicePlan plan) {
        long moved = (long) plan.persistent().size()
                + plan.inputs().size()
                + plan.outputs().size();
        return Float.BYTES * (plan.size() + moved);
    }

    static void put(float[] from, FloatArray to, int at) {
        MemorySegment.copy(from, 0, to.getSegment(), ValueLayout.JAVA_FLOAT, (long) Float.BYTES * at, from.length);
    }

    static float[] get(FloatArray from, int at, long size) {
        float[] values = new float[Math.toIntExact(size)];
        MemorySegment.copy(
                from.getSegment(), ValueLayout.JAVA_FLOAT, (long) Float.BYTES * at, values, 0, values.length);
        return values;
    }

    /** TornadoVM has no empty arrays. */
    private static FloatArray zeros(int size) {
        FloatArray array = new FloatArray(Math.max(1, size));
        array.getSegment().fill((byte) 0);
        return array;
    }
}
