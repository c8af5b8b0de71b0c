package dev.lamina.metric;

import dev.lamina.message.Message;
import java.util.Optional;

/**
 * What a reading is of. Charts, read-outs, figures, files and the command line learn here all that they say about it.
 * Two tags are equal if their ids are.
 *
 * @param id the key in metrics.jsonl and in events; it never changes meaning
 * @param part of the data it is measured on ("training", "validation", "test"), empty where that does not apply
 * @param quantity what is measured, without the part of the data: "accuracy", "GBR"
 * @param unit in which {@link #displayed} values are, empty for a pure number
 * @param displayFactor accuracies are fractions from 0 to 1 everywhere but on paper and screen, where they are percent
 * @param scale how a figure's axis is best divided
 * @param place in the live charts, empty for none
 * @param formula as a person reads it, empty where the quantity's name says all
 * @param source paper and equation, empty for none
 */
public record Tag(
        String id,
        String part,
        String quantity,
        String unit,
        double displayFactor,
        Scale scale,
        Stored stored,
        Optional<Place> place,
        String formula,
        String source) {
    /**
     * Where a live chart shows it.
     *
     * @param chart id of the chart; quantities that share one are drawn into one
     * @param color number in the palette
     */
    public record Place(String chart, Side side, int color) {}

    /** A pure number on a linear axis, without a place in the live charts. */
    public static Tag of(String id, String quantity) {
        return new Tag(id, "", quantity, "", 1, Scale.LINEAR, Stored.VALUE, Optional.empty(), "", "");
    }

    /** The same, measured on another part of the data, or in a way that is to be said. */
    public Tag on(String dataPart) {
        return new Tag(id, dataPart, quantity, unit, displayFactor, scale, stored, place, formula, source);
    }

    /** The same under another name. */
    public Tag called(String newQuantity) {
        return new Tag(id, part, newQuantity, unit, displayFactor, scale, stored, place, formula, source);
    }

    Tag in(String newUnit) {
        return new Tag(id, part, quantity, newUnit, displayFactor, scale, stored, place, formula, source);
    }

    Tag inPercent() {
        return new Tag(id, part, quantity, "%", 100, scale, stored, place, formula, source);
    }

    Tag logarithmic() {
        return new Tag(id, part, quantity, unit, displayFactor, Scale.LOGARITHMIC, stored, place, formula, source);
    }

    Tag storedAsLogarithm() {
        return new Tag(
                id, part, quantity, unit, displayFactor, scale, Stored.LOGARITHM_BASE_10, place, formula, source);
    }

    Tag at(String chart, Side side, int color) {
        Optional<Place> newPlace = Optional.of(new Place(chart, side, color));
        return new Tag(id, part, quantity, unit, displayFactor, scale, stored, newPlace, formula, source);
    }

    Tag by(String newFormula, String newSource) {
        return new Tag(id, part, quantity, unit, displayFactor, scale, stored, place, newFormula, newSource);
    }

    /** What it is called where it stands alone, such as above its explanation. */
    public Message title() {
        return Message.of("metric.title." + id);
    }

    /** What it says, in one sentence. */
    public Message meaning() {
        return Message.of("metric.meaning." + id);
    }

    /** Part and quantity: "validation accuracy". */
    public String label() {
        return part.isEmpty() ? quantity : part + " " + quantity;
    }

    /** A name for the quantity followed by its unit, as an axis says it: "accuracy (%)", "test accuracy (%)". */
    public String withUnit(String name) {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }

    /** A measured value in {@link #unit}: 0.914 becomes 91.4 for an accuracy. */
    public double displayed(double value) {
        return value * displayFactor;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tag tag && tag.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
