package io.understudy.eval.bias;

import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Mention;
import io.understudy.eval.fidelity.Histogram;
import java.util.List;

/**
 * Who is named: the mentions that are {@code PERSON}, by what their names suggest.
 *
 * @param genders "male", "female", "either" or "unknown"
 * @param origins by language, "several" or "unknown"
 */
public record People(Histogram genders, Histogram origins) {

    public static People of(List<AnnotatedText> lines) {
        People people = new People(new Histogram(), new Histogram());
        for (AnnotatedText line : lines) {
            for (Mention mention : line.mentions()) {
                if (mention.label().equals(Label.PERSON)) {
                    String name = line.surface(mention);
                    people.genders.add(NameLists.get().gender(name));
                    people.origins.add(NameLists.get().origin(name));
                }
            }
        }
        return people;
    }
}
