package io.understudy.core.checksum;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * An identifier that a country gives to persons or firms: its forms and, where it has them, its check digits. The
 * tables name the authority that describes each: {@link Americas}, {@link Europe}, {@link AsiaAndPacific}.
 *
 * @param name country and kind, as labels are named: {@code US_SSN}
 * @param forms how its compact numbers look, the usual one first
 * @param checksummed whether check digits prove a number right; false: the form is all there is
 * @param checks what the form cannot say; asked only of numbers that have one of the forms
 */
public record NationalId(String name, List<Form> forms, boolean checksummed, Predicate<String> checks) {

    private static final Map<String, NationalId> ALL = read();
    private static final String SEPARATORS = " -./+\u00a0\u2010\u2011\u2012\u2013";

    public NationalId {
        forms = List.copyOf(forms);
    }

    static NationalId checked(String name, Predicate<String> checks, String... forms) {
        return new NationalId(name, Form.all(forms), true, checks);
    }

    static NationalId unchecked(String name, String... forms) {
        return new NationalId(name, Form.all(forms), false, compact -> true);
    }

    /** All that are known, in alphabetical order. */
    public static Collection<NationalId> all() {
        return ALL.values();
    }

    /** @param name such as {@code PL_PESEL} */
    public static Optional<NationalId> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** ISO 3166 code of the country, but {@code UK} for the United Kingdom. */
    public String country() {
        return name.substring(0, 2);
    }

    /** A number as it is written, without separators and in upper case. */
    public static String compact(CharSequence written) {
        StringBuilder compact = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            if (SEPARATORS.indexOf(written.charAt(i)) < 0) {
                compact.append(written.charAt(i));
            }
        }
        return compact.toString().toUpperCase(Locale.ROOT);
    }

    /**
     * Whether form and check digits are right. Reserved numbers and impossible dates hold as well.
     *
     * @param compact as {@link #compact} gives it
     */
    public boolean holds(String compact) {
        for (Form form : forms) {
            if (form.matches(compact)) {
                return checks.test(compact);
            }
        }
        return false;
    }

    /**
     * The number with its check digits put in; empty where none makes it right, as some sums modulo 11 have no digit.
     *
     * @param body the number without its check digits, compact
     * @throws IllegalArgumentException if no form has such a body
     */
    public Optional<String> complete(String body) {
        for (Form form : forms) {
            if (form.takes(body)) {
                return form.complete(body, this::holds);
            }
        }
        List<String> patterns = forms.stream().map(Form::pattern).toList();
        throw new IllegalArgumentException("a body of " + body.length() + " characters is none of " + name
                + "; its forms are " + String.join(", ", patterns));
    }

    private static Map<String, NationalId> read() {
        List<NationalId> ids = new ArrayList<>(Americas.IDS);
        ids.addAll(Europe.IDS);
        ids.addAll(AsiaAndPacific.IDS);
        Map<String, NationalId> all = new TreeMap<>();
        ids.forEach(id -> all.put(id.name(), id));
        return Collections.unmodifiableMap(all);
    }
}
