package dev.lamina.ui.help;

import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;

/** A page as nodes: headings, paragraphs, lists, code, tables, pictures. */
final class PageView extends VBox {
    private static final double GAP = 10;
    private static final double LEAST_SHARE = 6;
    private static final double MOST_SHARE = 60;

    private final Consumer<String> follow;
    private final Map<String, javafx.scene.Node> headings = new HashMap<>();

    /** @param follow opens what a link points to */
    PageView(GuidePage page, Consumer<String> follow) {
        super(GAP);
        this.follow = follow;
        getStyleClass().add("guide-page");
        page.document().accept(new Blocks(this));
    }

    /** Where a heading stands on it. */
    Optional<javafx.scene.Node> heading(String anchor) {
        return Optional.ofNullable(headings.get(anchor));
    }

    /** Appends blocks to a box, those of lists to boxes within. */
    private final class Blocks extends AbstractVisitor {
        private final VBox box;

        Blocks(VBox box) {
            this.box = box;
        }

        @Override
        public void visit(Heading heading) {
            var line = InlineText.of(heading, follow, "guide-h" + Math.min(3, heading.getLevel()));
            headings.putIfAbsent(GuidePage.anchor(GuidePage.plain(heading)), line);
            box.getChildren().add(line);
        }

        @Override
        public void visit(Paragraph paragraph) {
            if (paragraph.getFirstChild() instanceof org.commonmark.node.Image image) {
                picture(image);
            } else {
                box.getChildren().add(InlineText.of(paragraph, follow, "guide-text"));
            }
        }

        private void picture(org.commonmark.node.Image image) {
            URL place = Guide.picture(image.getDestination());
            if (place == null) {
                return;
            }
            ImageView view = new ImageView(new Image(place.toExternalForm(), true));
            view.setPreserveRatio(true);
            view.setSmooth(true);
            VBox frame = new VBox(view);
            frame.setMinWidth(0);
            view.fitWidthProperty().bind(frame.widthProperty());
            view.setAccessibleText(GuidePage.plain(image));
            box.getChildren().add(frame);
            Label caption = new Label(GuidePage.plain(image));
            caption.setWrapText(true);
            caption.getStyleClass().add("muted");
            box.getChildren().add(caption);
        }

        @Override
        public void visit(BulletList list) {
            items(list, _ -> "•");
        }

        @Override
        public void visit(OrderedList list) {
            items(list, number -> number + ".");
        }

        private void items(Node list, IntFunction<String> mark) {
            VBox lines = new VBox(4);
            int number = 1;
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                VBox inside = new VBox(4);
                HBox.setHgrow(inside, Priority.ALWAYS);
                new Blocks(inside).visitChildren((ListItem) item);
                Label bullet = new Label(mark.apply(number++));
                bullet.setMinWidth(Region.USE_PREF_SIZE);
                lines.getChildren().add(new HBox(8, bullet, inside));
            }
            lines.getStyleClass().add("guide-list");
            box.getChildren().add(lines);
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            code(block.getLiteral());
        }

        @Override
        public void visit(FencedCodeBlock block) {
            code(block.getLiteral());
        }

        /** To be marked and copied. */
        private void code(String text) {
            String stripped = text.stripTrailing();
            var area = new TextArea(stripped);
            area.setEditable(false);
            area.setPrefRowCount((int) stripped.lines().count());
            area.setMinHeight(Region.USE_PREF_SIZE);
            area.getStyleClass().addAll("guide-block", "mono");
            box.getChildren().add(area);
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table) {
                box.getChildren().add(grid(table));
            }
        }

        private GridPane grid(TableBlock table) {
            List<List<TableCell>> rows = rows(table);
            GridPane grid = new GridPane();
            grid.getStyleClass().add("guide-table");
            grid.getColumnConstraints().setAll(columns(rows));
            for (int y = 0; y < rows.size(); y++) {
                for (int x = 0; x < rows.get(y).size(); x++) {
                    TableCell cell = rows.get(y).get(x);
                    var text = InlineText.of(cell, follow, cell.isHeader() ? "guide-strong" : "guide-text");
                    text.getStyleClass().add(y == 0 ? "guide-head" : "guide-cell");
                    grid.add(text, x, y);
                }
            }
            return grid;
        }

        private List<List<TableCell>> rows(TableBlock table) {
            List<List<TableCell>> rows = new ArrayList<>();
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                    List<TableCell> cells = new ArrayList<>();
                    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        cells.add((TableCell) cell);
                    }
                    rows.add(cells);
                }
            }
            return rows;
        }

        /** Code has wide letters and is not to be broken. */
        private static double share(String text) {
            int longestWord = Arrays.stream(text.split("\\s"))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            return Math.max(Math.clamp(text.length(), LEAST_SHARE, MOST_SHARE), LEAST_SHARE + 1.3 * longestWord);
        }

        /** As wide as their longest words ask for, each with a share of the page. */
        private List<ColumnConstraints> columns(List<List<TableCell>> rows) {
            int count = rows.stream().mapToInt(List::size).max().orElse(0);
            double[] shares = new double[count];
            for (List<TableCell> row : rows) {
                for (int x = 0; x < row.size(); x++) {
                    shares[x] = Math.max(shares[x], share(GuidePage.plain(row.get(x))));
                }
            }
            double all = Arrays.stream(shares).sum();
            return Arrays.stream(shares)
                    .mapToObj(share -> {
                        ColumnConstraints column = new ColumnConstraints();
                        column.setPercentWidth(100 * share / all);
                        return column;
                    })
                    .toList();
        }
    }
}
