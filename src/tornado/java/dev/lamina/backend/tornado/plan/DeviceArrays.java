package dev.lamina.backend.tornado.plan;

import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/** What the tasks of a program work on. */
public record DeviceArrays(FloatArray memory, ProductArrays products) {}
