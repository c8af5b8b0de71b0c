package dev.lamina.figure;

import dev.lamina.message.Message;
import dev.lamina.tensor.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a figure shows: one panel or several, filled row by row; the style decides how many fit beside each other.
 *
 * @param title above everything; "" for none (journals have captions)
 */
public record FigureSpec(String title, List<Panel> panels) {
    public FigureSpec {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new BadInputException(Message.of("figure.noPanel"));
        }
    }

    public static FigureSpec of(Panel... panels) {
        return new FigureSpec("", List.of(panels));
    }

    public FigureSpec withTitle(String newTitle) {
        return new FigureSpec(newTitle, panels);
    }

    /** The distinct names of the curves in order of appearance: a curve's place here decides how it looks. */
    public List<String> seriesNames() {
        return panels.stream()
                .flatMap(p -> p.series().stream())
                .map(Series::name)
                .distinct()
                .toList();
    }

    /** Every text that is written into the figure, ticks and notes aside. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(title));
        for (Panel panel : panels) {
            texts.addAll(List.of(panel.title(), panel.x().label(), panel.left().label()));
            panel.right().ifPresent(axis -> texts.add(axis.label()));
            Stream.of(
                            panel.series().stream().map(Series::name),
                            panel.notes().stream().map(Note::label),
                            panel.x().categories().stream(),
                            panel.left().categories().stream())
                    .flatMap(names -> names)
                    .forEach(texts::add);
        }
        return texts;
    }

    /** The letter that names a panel in captions and in the CSV file: a, b, …; 27th and later: their number. */
    public static String panelName(int index) {
        return index < 26 ? Character.toString('a' + index) : String.valueOf(index + 1);
    }
}
