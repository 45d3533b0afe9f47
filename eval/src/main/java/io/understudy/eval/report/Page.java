package io.understudy.eval.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Consumer;

/** The frame of a page: one file that asks for no other, with one style sheet and one script of our own. */
final class Page {

    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");

    private Page() {}

    /** @param content writes what stands in {@code main} */
    static String of(String title, Consumer<Html> content) {
        Html html = new Html();
        html.open("html", "lang", "en").line().open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty(
                "meta",
                "http-equiv",
                "Content-Security-Policy",
                "content",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-" + hash() + "'");
        html.empty("link", "rel", "icon", "href", "data:,");
        html.leaf("title", title);
        html.style(STYLE).close().line().open("body").open("main").line();
        content.accept(html);
        return html.close().script(SCRIPT).close().close().document();
    }

    /** The browser runs only the script with this hash: text of a corpus could not become one. */
    private static String hash() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(Html.scriptText(SCRIPT).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The house's name and what this page is. */
    static void brand(Html html, String what) {
        html.open("p", "class", "brand")
                .leaf("b", "Understudy")
                .text(" \u00b7 " + what)
                .close()
                .line();
    }

    /** A heading with the colour of a verdict. */
    static void mood(Html html, String tag, Verdict verdict) {
        html.open(tag)
                .open("span", "class", verdict.mood().css())
                .leaf("span", "", "class", "dot")
                .text(verdict.mood().word())
                .close()
                .close()
                .line();
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
