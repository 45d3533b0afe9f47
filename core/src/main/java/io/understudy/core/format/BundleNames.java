package io.understudy.core.format;

import java.util.Optional;

/** Which names files of a bundle may have. */
final class BundleNames {

    private static final int LONGEST = 1000;

    private BundleNames() {}

    /** What is wrong with the name, in words that follow "file name 'x' "; empty where nothing is. */
    static Optional<String> problem(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.of("has " + name.length() + " characters");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("holds a control character");
        }
        if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0) {
            return Optional.of("is no relative name");
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..") || part.equals(".") || part.isEmpty()) {
                return Optional.of("leads out of its folder");
            }
        }
        return Optional.empty();
    }

    /** Whether people do not see it: what a system adds to folders and zips is no part of a corpus. */
    static boolean isHidden(String name) {
        return name.startsWith("__MACOSX/") || name.startsWith(".") || name.contains("/.");
    }

    static String checked(String name) {
        problem(name).ifPresent(problem -> {
            throw new IllegalArgumentException("file name '" + Json.brief(name) + "' " + problem);
        });
        return name;
    }
}
