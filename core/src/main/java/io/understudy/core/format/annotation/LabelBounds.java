package io.understudy.core.format.annotation;

import io.understudy.core.Example;
import io.understudy.core.Mark;
import io.understudy.core.Span;
import io.understudy.core.format.Json;
import io.understudy.core.format.OffsetUnit;
import io.understudy.core.format.Offsets;
import java.util.ArrayList;
import java.util.List;

/** Where a label of an example lies, in a file's unit. */
public final class LabelBounds {

    private final Mark label;
    private final int[] bounds;

    private LabelBounds(Mark label, int[] bounds) {
        this.label = label;
        this.bounds = bounds;
    }

    /**
     * All labels of an example that the format can hold, by start.
     *
     * @param overlaps whether it holds labels that lie over each other
     * @param pieces whether it holds labels of several pieces
     * @throws IllegalArgumentException if the unit cannot say where one begins or ends
     */
    public static List<LabelBounds> of(Example example, OffsetUnit unit, boolean overlaps, boolean pieces) {
        return of(
                example.marks().isEmpty() || !overlaps
                        ? example.annotated().mentions().stream().map(Mark::of).toList()
                        : example.labels(),
                example,
                unit,
                pieces);
    }

    /** Those that lie over others and have one piece, by start. */
    static List<LabelBounds> ofMarks(Example example, OffsetUnit unit) {
        return of(example.marks(), example, unit, false);
    }

    private static List<LabelBounds> of(List<Mark> labels, Example example, OffsetUnit unit, boolean pieces) {
        List<LabelBounds> found = new ArrayList<>(labels.size());
        if (labels.isEmpty()) {
            return found;
        }
        Offsets offsets = new Offsets(example.text(), unit);
        for (Mark label : labels) {
            if (label.isDiscontinuous() && !pieces) {
                continue;
            }
            int[] bounds = new int[2 * label.pieces().size()];
            for (int i = 0; i < label.pieces().size(); i++) {
                Span piece = label.pieces().get(i);
                bounds[2 * i] = offsets.ofStart(piece.start());
                bounds[2 * i + 1] = offsets.ofEnd(piece.end());
                if (bounds[2 * i] == Offsets.INSIDE || bounds[2 * i + 1] == Offsets.INSIDE) {
                    throw new IllegalArgumentException(
                            "mention %s[%d,%d) of %s begins or ends inside a word; offsets in %s cannot say it"
                                    .formatted(
                                            label.label(),
                                            piece.start(),
                                            piece.end(),
                                            Json.brief(example.id()),
                                            unit.words()));
                }
            }
            found.add(new LabelBounds(label, bounds));
        }
        return found;
    }

    /** As it is in the example. */
    public Mark label() {
        return label;
    }

    public int start() {
        return bounds[0];
    }

    public int end() {
        return bounds[bounds.length - 1];
    }

    /** Where this piece begins. */
    int start(int piece) {
        return bounds[2 * piece];
    }

    int end(int piece) {
        return bounds[2 * piece + 1];
    }

    /** What it covers in this text, pieces with a space between. */
    public String surface(String text) {
        StringBuilder surface = new StringBuilder();
        for (Span piece : label.pieces()) {
            surface.append(surface.length() > 0 ? " " : "").append(piece.of(text));
        }
        return surface.toString();
    }
}
