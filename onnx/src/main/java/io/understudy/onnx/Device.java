package io.understudy.onnx;

/**
 * Where a model runs.
 *
 * @param kind processor, graphics card, or the card where one can be used
 * @param index number of the card, 0 or more; 0 for {@link Kind#CPU}
 */
public record Device(Kind kind, int index) {

    /** The choices. */
    public enum Kind {
        CPU,
        CUDA,
        AUTO
    }

    public static final Device CPU = new Device(Kind.CPU, 0);
    public static final Device AUTO = new Device(Kind.AUTO, 0);

    /** @throws IllegalArgumentException if the index is negative */
    public Device {
        if (index < 0) {
            throw new IllegalArgumentException("device index is " + index + "; expected 0 or more");
        }
    }

    /**
     * @param text {@code cpu}, {@code cuda}, {@code cuda:1}, {@code auto}
     * @throws IllegalArgumentException if it is none of these
     */
    public static Device parse(String text) {
        if (text.matches("cuda(:\\d{1,3})?")) {
            return new Device(Kind.CUDA, text.length() > 5 ? Integer.parseInt(text.substring(5)) : 0);
        }
        return switch (text) {
            case "cpu" -> CPU;
            case "auto" -> AUTO;
            default ->
                throw new IllegalArgumentException(
                        "unknown device '" + text + "'; expected cpu, cuda, cuda:N (the N-th card, from 0) or auto");
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case CPU -> "cpu";
            case AUTO -> "auto";
            case CUDA -> "cuda:" + index;
        };
    }
}
