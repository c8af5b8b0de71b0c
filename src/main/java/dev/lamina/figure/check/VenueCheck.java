package dev.lamina.figure.check;

import dev.lamina.figure.Arrangement;
import dev.lamina.figure.FigureSpec;
import dev.lamina.figure.FigureStyle;
import dev.lamina.figure.record.Recording;
import dev.lamina.figure.render.FigureRenderer;
import dev.lamina.figure.text.FigureFonts;
import dev.lamina.figure.text.NumberText;
import dev.lamina.figure.venue.Venue;
import dev.lamina.message.Message;
import java.util.ArrayList;
import java.util.List;

/** All that a venue would refuse of a figure, each with what to do about it; nothing for one that it takes as it is. */
public final class VenueCheck {
    private static final double TOLERANCE_MILLIMETERS = 0.01;

    private VenueCheck() {}

    public static List<Message> of(FigureSpec spec, FigureStyle style, Venue venue) {
        FigureFonts fonts = FigureFonts.load(style.fontFamily(), spec.texts());
        FigureRenderer renderer = new FigureRenderer(spec, style, fonts);
        Recording page = renderer.recording();
        List<Message> refused = new ArrayList<>(size(renderer, style, venue));
        if (!venue.gridAllowed() && style.arrangement().grid() == Arrangement.Grid.SHOWN) {
            refused.add(Message.of("figure.check.grid", venue.name()));
        }
        refused.addAll(TypeCheck.of(page, style, venue));
        refused.addAll(LineCheck.of(page, venue));
        refused.addAll(ColorCheck.of(renderer.looks()));
        refused.addAll(OverlapCheck.of(page));
        return refused;
    }

    private static List<Message> size(FigureRenderer renderer, FigureStyle style, Venue venue) {
        List<Message> refused = new ArrayList<>();
        double width = millimeters(renderer.widthPoints());
        boolean known = venue.widthsMillimeters().stream().anyMatch(w -> Math.abs(w - width) < TOLERANCE_MILLIMETERS);
        if (!known && style.arrangement().sized() == Arrangement.Sized.FIGURE) {
            refused.add(Message.of(
                    "figure.check.width",
                    NumberText.plain(width, 1),
                    venue.name(),
                    venue.widthsMillimeters().stream().map(NumberText::of).toList()));
        }
        double height = millimeters(renderer.heightPoints());
        if (venue.heightMillimeters() > 0 && height > venue.heightMillimeters() + TOLERANCE_MILLIMETERS) {
            refused.add(Message.of(
                    "figure.check.height",
                    NumberText.plain(height, 1),
                    venue.name(),
                    NumberText.of(venue.heightMillimeters())));
        }
        return refused;
    }

    private static double millimeters(double points) {
        return points * 25.4 / 72;
    }
}
