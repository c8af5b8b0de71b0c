package dev.lamina.backend.tornado;

import dev.lamina.backend.tornado.plan.DeviceArrays;
import dev.lamina.backend.tornado.plan.DevicePlan;
import dev.lamina.backend.tornado.plan.ProductArrays;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.Stream;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/**
 * The arrays of a program: the memory its kernels work on, which stays on the device, and those that move persistent
 * values, inputs and outputs between it and the host.
 *
 * @param kernels the memory, and the matrices of products beside it
 */
record DeviceMemory(DeviceArrays kernels, FloatArray staging, FloatArray inputs, FloatArray outputs) {
    private static final int MARK = -1;

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

    /** What the graphs of a program hand on from one to the next. */
    Object[] kept() {
        return Stream.concat(Stream.of(array()), kernels.products().used().stream())
                .toArray();
    }

    /** Bytes on the device, where all are; persistent values have an array of their own for each direction. */
    static long bytes(DevicePlan plan) {
        long moved = 2L * plan.persistent().size()
                + plan.inputs().size()
                + plan.outputs().size();
        return Float.BYTES * (plan.size() + moved + plan.products().floats());
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

    /** Makes every element a NaN that no arithmetic has: TornadoVM reports some failures of a driver on its output only. */
    static void mark(FloatArray array) {
        array.getSegment().fill((byte) MARK);
    }

    /** @throws IllegalStateException if nothing came into an array since it was marked */
    static void requireArrival(FloatArray array) {
        if (Float.floatToRawIntBits(array.get(0)) == MARK) {
            throw new IllegalStateException(
                    "backend tornado: the device returned nothing; its driver's messages are above");
        }
    }

    /** TornadoVM has no empty arrays. */
    private static FloatArray zeros(int size) {
        FloatArray array = new FloatArray(Math.max(1, size));
        array.getSegment().fill((byte) 0);
        return array;
    }
}
