package io.understudy.generator.onnx;

import io.understudy.core.Template;
import io.understudy.generator.constraint.Constraint;
import io.understudy.generator.constraint.Forbidden;
import io.understudy.generator.constraint.Guide;
import io.understudy.generator.constraint.Masks;
import io.understudy.generator.constraint.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What was worked out for constraints, the {@value #MOST} used last. Thread-safe. */
final class Forms {

    private static final int MOST = 64;

    private final Tokens tokens;
    private final Forbidden forbidden;
    private final Map<Object, Form> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Form> eldest) {
            return size() > MOST;
        }
    };

    Forms(Tokens tokens, Forbidden forbidden) {
        this.tokens = tokens;
        this.forbidden = forbidden;
    }

    /** A constraint and its masks. */
    record Form(Constraint constraint, Masks masks) {

        Guide guide() {
            return new Guide(masks, constraint);
        }

        /** @param most bytes of the answer */
        Guide within(int most) {
            return new Guide(masks, constraint.within(0, most));
        }
    }

    /** Templates with the same slots share what was worked out for them. */
    Form of(Template template) {
        return of(
                List.of(new TreeSet<>(template.distinctSlots().keySet()), Constraint.foreign(template)),
                () -> Constraint.slots(template, forbidden));
    }

    /** @param key what is equal where the constraint is the same */
    synchronized Form of(Object key, Supplier<Constraint> constraint) {
        Form form = known.get(key);
        if (form == null) {
            Constraint made = constraint.get();
            form = new Form(made, new Masks(tokens, made));
            known.put(key, form);
        }
        return form;
    }
}
