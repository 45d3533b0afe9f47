package io.understudy.generator.onnx;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import java.util.Objects;
import java.util.Optional;

/** The common parameters, and what a model on this machine takes beside them. */
public final class OnnxChatRequestParameters extends DefaultChatRequestParameters {

    private final Long seed;
    private final Double minP;
    private final Double repetitionPenalty;

    private OnnxChatRequestParameters(Builder builder) {
        super(builder);
        this.seed = builder.seed;
        this.minP = builder.minP;
        this.repetitionPenalty = builder.repetitionPenalty;
    }

    /** The only chance: the same request with the same seed has the same answer. */
    public Optional<Long> seed() {
        return Optional.ofNullable(seed);
    }

    /** Only tokens with at least this share of the best one's probability, 0 to 1. */
    public Optional<Double> minP() {
        return Optional.ofNullable(minP);
    }

    /** Divides the scores of tokens that were there already; 1 is none, over 0. */
    public Optional<Double> repetitionPenalty() {
        return Optional.ofNullable(repetitionPenalty);
    }

    @Override
    public ChatRequestParameters overrideWith(ChatRequestParameters that) {
        return builder().overrideWith(this).overrideWith(that).build();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof OnnxChatRequestParameters that
                && Objects.equals(seed, that.seed)
                && Objects.equals(minP, that.minP)
                && Objects.equals(repetitionPenalty, that.repetitionPenalty);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), seed, minP, repetitionPenalty);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Settings of a request; what is not set is left to the model. */
    public static final class Builder extends DefaultChatRequestParameters.Builder<Builder> {
        private Long seed;
        private Double minP;
        private Double repetitionPenalty;

        private Builder() {}

        @Override
        public Builder overrideWith(ChatRequestParameters parameters) {
            super.overrideWith(parameters);
            if (parameters instanceof OnnxChatRequestParameters ours) {
                ours.seed().ifPresent(this::seed);
                ours.minP().ifPresent(this::minP);
                ours.repetitionPenalty().ifPresent(this::repetitionPenalty);
            }
            return this;
        }

        public Builder seed(long value) {
            this.seed = value;
            return this;
        }

        public Builder minP(double value) {
            this.minP = value;
            return this;
        }

        public Builder repetitionPenalty(double value) {
            this.repetitionPenalty = value;
            return this;
        }

        @Override
        public OnnxChatRequestParameters build() {
            return new OnnxChatRequestParameters(this);
        }
    }
}
