package dev.lamina.figure.text;

import dev.lamina.message.Message;
import dev.lamina.setting.Suggestion;
import dev.lamina.tensor.BadInputException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text in which what stands between two $ is mathematics as TeX writes it: Greek, ^, _, groups, \frac (as a/b), \sqrt,
 * \hat, \bar, \mathrm, \mathbf, \text and the signs of {@link MathSigns}. Worked example: "GBR $\lambda_0^2$" is "GBR " upright,
 * λ slanted, 0 lowered, 2 raised.
 */
final class MathText {
    private static final double SCRIPT = 0.72;
    private static final double RAISED = 0.36;
    private static final double LOWERED = -0.16;

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private MathText(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /**
     * A stretch of one kind.
     *
     * @param scale of the line's size
     * @param rise of its base line above the line's, in line sizes
     */
    record Piece(String text, Weight weight, double scale, double rise) {}

    /** How letters are set where they stand. */
    private record Mode(Weight letters, double scale, double rise) {
        Mode raisedBy(double by) {
            return new Mode(letters, scale * SCRIPT, rise + by * scale);
        }

        Mode in(Weight other) {
            return new Mode(other, scale, rise);
        }
    }

    /** The pieces of a text; all of it is one where it has no pair of $. */
    static List<Piece> pieces(String text, Weight weight) {
        List<Piece> all = new ArrayList<>();
        int from = 0;
        int open = text.indexOf('$');
        int close = open < 0 ? -1 : text.indexOf('$', open + 1);
        while (close > 0) {
            if (open > from) {
                all.add(new Piece(text.substring(from, open), weight, 1, 0));
            }
            MathText math = new MathText(text.substring(open + 1, close), 0);
            math.group(new Mode(Weight.ITALIC, 1, 0), '\0');
            all.addAll(math.pieces);
            from = close + 1;
            open = text.indexOf('$', from);
            close = open < 0 ? -1 : text.indexOf('$', open + 1);
        }
        if (from < text.length()) {
            all.add(new Piece(text.substring(from), weight, 1, 0));
        }
        return all;
    }

    /** The same without signs for a typesetter, for files and windows: λ0^2 stays searchable as λ02. */
    static String plain(String text) {
        return text.indexOf('$') < 0
                ? text
                : pieces(text, Weight.REGULAR).stream().map(Piece::text).collect(Collectors.joining());
    }

    /** Up to a closing sign, or to the end. */
    private void group(Mode mode, char end) {
        while (at < text.length() && text.charAt(at) != end) {
            atom(mode);
        }
        at++;
    }

    private void atom(Mode mode) {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        switch (c) {
            case '{' -> group(mode, '}');
            case '^' -> argument(mode.raisedBy(RAISED));
            case '_' -> argument(mode.raisedBy(LOWERED));
            case '\\' -> command(mode);
            case ' ' -> {
                // TeX leaves it out.
            }
            case '-' -> add("\u2009−\u2009", Weight.REGULAR, mode);
            case '\'' -> add("′", Weight.REGULAR, mode);
            case '=', '<', '>', '+' -> add("\u2009" + Character.toString(c) + "\u2009", Weight.REGULAR, mode);
            default -> add(Character.toString(c), Character.isLetter(c) ? mode.letters() : Weight.REGULAR, mode);
        }
    }

    /** One group, one command or one character. */
    private void argument(Mode mode) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length()) {
            atom(mode);
        }
    }

    private void command(Mode mode) {
        String name = name();
        switch (name) {
            case "frac" -> {
                argument(mode);
                add("/", Weight.REGULAR, mode);
                argument(mode);
            }
            case "sqrt" -> {
                add("√(", Weight.REGULAR, mode);
                argument(mode);
                add(")", Weight.REGULAR, mode);
            }
            case "hat" -> accented(mode, "\u0302");
            case "bar" -> accented(mode, "\u0304");
            case "mathrm" -> argument(mode.in(Weight.REGULAR));
            case "mathbf" -> argument(mode.in(Weight.BOLD));
            case "text" -> words(mode);
            default -> sign(name, mode);
        }
    }

    private String name() {
        int from = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        if (at == from && at < text.length()) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Over the last letter, as one sign where Unicode has it. */
    private void accented(Mode mode, String accent) {
        int before = pieces.size();
        argument(mode);
        if (pieces.size() == before) {
            return;
        }
        Piece base = pieces.removeLast();
        String accented = Normalizer.normalize(base.text() + accent, Normalizer.Form.NFC);
        pieces.add(new Piece(accented, base.weight(), base.scale(), base.rise()));
    }

    /** Spaces and all, upright. */
    private void words(Mode mode) {
        int open = text.indexOf('{', at);
        int close = open < 0 ? -1 : text.indexOf('}', open);
        if (close > 0) {
            add(text.substring(open + 1, close), Weight.REGULAR, mode);
            at = close + 1;
        }
    }

    private void sign(String name, Mode mode) {
        String sign = MathSigns.of(name);
        if (sign.isEmpty()) {
            throw new BadInputException(
                    Message.of("setting.unknown", "\\" + name, Suggestion.of(name, MathSigns.names()))
                            .at(text));
        }
        boolean small = Character.isLetter(sign.codePointAt(0)) && Character.isLowerCase(sign.codePointAt(0));
        add(sign, small ? mode.letters() : Weight.REGULAR, mode);
    }

    private void add(String content, Weight weight, Mode mode) {
        pieces.add(new Piece(content, weight, mode.scale(), mode.rise()));
    }
}
