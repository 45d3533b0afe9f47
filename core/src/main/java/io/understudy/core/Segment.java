package io.understudy.core;

/** One piece of a template: fixed characters or a gap. */
public sealed interface Segment {

    /**
     * Fixed characters.
     *
     * @param text not empty
     */
    record Literal(String text) implements Segment {
        /** @throws IllegalArgumentException if the text is empty */
        public Literal {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("a literal is empty");
            }
        }
    }

    /**
     * A gap to be filled with a surface. Slots of one name in a template hold the same surface.
     *
     * @param label what kind of mention stands here
     * @param number 1 for the first slot of this label in the template
     * @param details role and group of the mention
     * @param shape how the original looked; does not count towards the template's written form
     */
    record Slot(Label label, int number, Details details, Shape shape) implements Segment {

        /** @throws IllegalArgumentException if the number is below 1 */
        public Slot {
            if (number < 1) {
                throw new IllegalArgumentException("slot number is " + number + "; expected 1 or more");
            }
        }

        public Slot(Label label, int number) {
            this(label, number, Details.NONE, Shape.UNKNOWN);
        }

        /** Such as {@code PERSON_1}. */
        public String name() {
            return label.name() + '_' + number;
        }
    }
}
