package dev.lamina.train;

import dev.lamina.message.Message;

/**
 * Where the first NaN or infinity stands, in the order of the data.
 *
 * @param layer its name; "images" for the input
 * @param place "input", "parameter …", "state …", "output" or "loss"
 */
public record NonFinitePlace(String layer, Message place) {}
