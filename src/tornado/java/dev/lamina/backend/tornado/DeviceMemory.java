package dev.lamina.backend.tornado;

import dev.lamina.backend.tornado.plan.DeviceArrays;
import dev.lamina.backend.tornado.plan.DevicePlan;
import dev.lamina.backend.tornado.plan.ProductArrays;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * The arrays of a program: the memory its kernels work on, which stays on the device, and those that move persistent
 * values, inputs and outputs between it and the host.
 *
 * @param kernels the memory, and matrices beside it that last as long as a graph
 */
record DeviceMemory(DeviceArrays kernels, FloatArray staging, FloatArray inputs, FloatArray outputs) {
    static DeviceMemory of(DevicePlan plan) {
        return new DeviceMemory(
                new DeviceArrays(new FloatArray((int) Math.max(1, plan.size())), ProductArrays.of(plan.products())),
                zeros(plan.persistent().size()),
                zeros(plan.inputs().size()),
                zeros(plan.outputs().size()));
    }

    FloatArray array() {
        return kernels.memory();
    }

    /** Bytes on the device, where all are; a graph that is replayed keeps its own matrices of products. */
    static long bytes(DevicePlan plan) {
        long moved = (long) plan.persistent().size()
                + plan.inputs().size()
                + plan.outputs().size();
        return Float.BYTES
                * (plan.size() + moved + plan.products().floats() * plan.parts().size());
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
