import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.understudy.core.AnnotatedText;
import io.understudy.core.Label;
import io.understudy.core.Template;
import io.understudy.templates.induction.Induced;
import io.understudy.templates.induction.Induction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For each intent of SNIPS: rules learnt from train_full, and how many templates of validate they derive. */
final class Derivable {

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Set<String> intents = new TreeSet<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(Files::isDirectory).forEach(each -> intents.add(each.getFileName().toString()));
        }
        System.out.println("| intent | records | templates | rules | validate | word for word | but for case | derivable |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        int[] sums = new int[7];
        for (String intent : intents) {
            Induction induction = new Induction();
            List<Template> train = templates(folder, intent, "train_%s_full.json");
            train.forEach(each -> induction.add(each, Optional.of(intent), 1));
            Induced induced = induction.build();
            Set<String> known = train.stream().map(Template::toString).collect(Collectors.toSet());
            Set<String> folded = known.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
            List<Template> validate = templates(folder, intent, "validate_%s.json");
            int[] row = {
                train.size(),
                known.size(),
                induced.size(),
                validate.size(),
                (int) validate.stream().filter(each -> known.contains(each.toString())).count(),
                (int) validate.stream().filter(each -> folded.contains(each.toString().toLowerCase(Locale.ROOT))).count(),
                (int) validate.stream().filter(each -> induced.derives(each, Optional.of(intent))).count()
            };
            for (int i = 0; i < sums.length; i++) {
                sums[i] += row[i];
            }
            print(intent, row);
        }
        print("all", sums);
    }

    private static void print(String name, int[] row) {
        StringBuilder line = new StringBuilder("| " + name + " |");
        for (int number : row) {
            line.append(' ').append("%,d".formatted(number)).append(" |");
        }
        System.out.println(line);
    }

    private static List<Template> templates(Path folder, String intent, String file) throws IOException {
        // One of the files is not UTF-8; Latin-1 reads all bytes, and no template depends on an accent.
        String text = Files.readString(folder.resolve(intent).resolve(file.formatted(intent)), StandardCharsets.ISO_8859_1);
        List<Template> templates = new ArrayList<>();
        for (JsonNode utterance : new ObjectMapper().readTree(text).get(intent)) {
            AnnotatedText.Builder line = AnnotatedText.builder();
            for (JsonNode piece : utterance.get("data")) {
                String words = piece.get("text").asText();
                if (piece.has("entity") && !words.isEmpty()) {
                    line.append(words, new Label(piece.get("entity").asText()));
                } else {
                    line.append(words);
                }
            }
            templates.add(line.build().template());
        }
        return templates;
    }
}
