package io.understudy.eval;

import io.understudy.eval.bias.People;
import io.understudy.eval.bias.Shares;
import io.understudy.eval.fidelity.Histogram;
import io.understudy.eval.fidelity.Profile;
import io.understudy.eval.report.Section;
import io.understudy.eval.view.Sample;
import java.util.Optional;

/** The block {@code bias} of report.json. */
final class BiasBlock {

    private BiasBlock() {}

    static Section of(Profile ours, Sample sample, Optional<SourceIndex> original) {
        People here = People.of(sample.lines());
        Optional<Profile> profile = original.map(SourceIndex::profile);
        Optional<People> people = original.map(index -> People.of(index.sample().lines()));
        return new Section()
                .put(
                        "view",
                        "intents, labels and lengths of every line, names of a random sample; p is a chi-square test that both"
                                + " sides are drawn alike; under-represented is a group with less than 0.8 of the original's"
                                + " share that chance would leave so small in fewer than one of a hundred reports; gender and"
                                + " origin are what lists of names suggest")
                .put("intents", shares(ours.intents(), profile.map(Profile::intents)))
                .put("labels", shares(ours.labels(), profile.map(Profile::labels)))
                .put("lengths", shares(ours.lengths(), profile.map(Profile::lengths)))
                .put("genders", shares(here.genders(), people.map(People::genders)))
                .put("origins", shares(here.origins(), people.map(People::origins)));
    }

    private static Section shares(Histogram here, Optional<Histogram> original) {
        return new Shares(here, original).section();
    }
}
