package dev.lamina.reproduce;

import dev.lamina.data.DataLocation;

/**
 * What a reproduction is made of: what a person has chosen, or what is usual.
 *
 * @param network empty where there is none to choose
 * @param images 0 where there is none to choose
 */
record ReproductionChoice(String network, int images, DataLocation where) {}
