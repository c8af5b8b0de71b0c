package dev.lamina.experiment.pixels;

import dev.lamina.message.Message;
import java.util.OptionalDouble;

/**
 * One classifier on raw pixels.
 *
 * @param accuracy fraction of the queries
 * @param published the accuracy of the paper's table, where it has this method, data set and size
 * @param seconds from pixels to predictions, training included
 * @param note what else is to be known: iterations, settings
 */
public record RawPixelRow(Message method, double accuracy, OptionalDouble published, double seconds, Message note) {}
