package io.understudy.cli;

import io.understudy.core.KnownSurfaces;
import io.understudy.eval.SourceIndex;
import io.understudy.eval.leakage.GateRules;
import io.understudy.generator.llm.RemoteModel;
import io.understudy.generator.writing.ModelGenerator;
import io.understudy.templates.MinedTemplates;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a language model is asked about, and what of it nobody may say.
 *
 * @param known what may not be sent
 * @param frame surfaces that prompts say whatever they are about
 * @param forbidden what a model on this machine may not say
 */
record ModelSource(
        List<InputFile> files,
        SourceIndex index,
        MinedTemplates templates,
        KnownSurfaces known,
        Set<String> frame,
        Set<String> forbidden) {

    /**
     * @param said the surfaces; words that the corpus itself uses as common ones are not forbidden
     * @param leaves whether requests leave the machine
     * @param ours what requests say in our words, whatever they are about
     * @param theirs what they say in the user's: names may not stand there, words of every day may
     */
    static ModelSource of(
            List<InputFile> files,
            SourceIndex index,
            MinedTemplates templates,
            Set<String> said,
            GateRules rules,
            boolean leaves,
            List<String> ours,
            List<String> theirs) {
        KnownSurfaces names = index.surfaces(rules);
        KnownSurfaces known = leaves ? index.everySurface(rules) : names;
        Set<String> frame = new TreeSet<>();
        ours.forEach(text -> frame.addAll(known.in(text)));
        Stream<String> intents = templates.counted().flatMap(each -> each.carrier().intent().stream());
        Stream.concat(theirs.stream(), intents).distinct().forEach(text -> {
            Set<String> words = new TreeSet<>(known.in(text));
            words.removeAll(names.in(text));
            frame.addAll(words);
        });
        Set<String> forbidden =
                said.stream().filter(surface -> !names.in(surface).isEmpty()).collect(Collectors.toUnmodifiableSet());
        return new ModelSource(files, index, templates, known, frame, forbidden);
    }

    /** What every request to a server is searched for. */
    RemoteModel.Egress egress() {
        return new RemoteModel.Egress(known, Set.copyOf(ModelGenerator.labels(templates)), frame);
    }
}
