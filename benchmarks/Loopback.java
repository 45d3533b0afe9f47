import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server for benchmarks that speaks like OpenAI's and writes sentences around the gaps it is asked to keep: always
 * the same ones for the same request. Keeps a ledger as a provider does.
 *
 * <p>java Loopback.java PORT [FAULTS [DELAY_MILLIS [BODIES_FILE]]]: a share of FAULTS of the calls goes wrong, in turn
 * with 429, 500, 503, a connection that breaks, a page of HTML, half a reply; GET /ledger shows the ledger. PORT 0 takes
 * a free one; the first line of standard output says which.
 */
final class Loopback {

    private static final Pattern GAPS = Pattern.compile("Gaps to (?:keep|use): (.*?)(?:\\\\n|\")");
    private static final Pattern COUNT = Pattern.compile(", (\\d+) times|(?:sentences|Sentences): (\\d+)");
    private static final String[] OPENERS = {
        "well", "indeed", "please", "look", "listen", "surely", "perhaps", "honestly", "frankly", "again", "quickly", "maybe"
    };
    private static final String[] VERBS = {
        "arrange", "settle", "organise", "mention", "consider", "prepare", "review", "repeat", "explain", "handle"
    };
    private static final String[] NOUNS = {
        "matter", "request", "errand", "favour", "task", "question", "detail", "point", "affair", "chore", "duty"
    };
    private static final String[] ENDS = {
        "before lunch", "without delay", "as agreed", "once more", "if possible", "in the end", "for a change"
    };

    private final double faults;
    private final long delay;
    private final Path bodies;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong served = new AtomicLong();
    private final AtomicLong faulty = new AtomicLong();
    private final AtomicLong charged = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> doubled = new ConcurrentHashMap<>();

    private Loopback(String[] args) {
        faults = args.length > 1 ? Double.parseDouble(args[1]) : 0;
        delay = args.length > 2 ? Long.parseLong(args[2]) : 0;
        bodies = args.length > 3 ? Path.of(args[3]) : null;
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Loopback loopback = new Loopback(args);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 100);
        server.createContext("/ledger", exchange -> answer(exchange, 200, "application/json", loopback.ledger(), 0));
        server.createContext("/", loopback::complete);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private String ledger() {
        return "{\"calls\": %d, \"served\": %d, \"charged\": %d, \"distinct\": %d, \"doubled\": %d, \"tokens_read\": %d, \"tokens_written\": %d}\n"
                .formatted(
                        calls.get(), served.get(), charged.get(), answered.size(), doubled.size(), read.get(), written.get());
    }

    private void complete(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        long call = calls.getAndIncrement();
        if (bodies != null) {
            synchronized (this) {
                Files.writeString(
                        bodies, body.replaceAll("\\s*\\R\\s*", " ") + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
        pause();
        String text = sentences(body);
        long in = body.length() / 4;
        long out = text.length() / 4 + 1;
        String reply = ("{\"id\": \"c\", \"object\": \"chat.completion\", \"created\": 1, \"model\": \"loopback-1\", \"choices\": [{\"index\": 0,"
                        + " \"message\": {\"role\": \"assistant\", \"content\": \"%s\"}, \"finish_reason\": \"stop\"}], \"usage\":"
                        + " {\"prompt_tokens\": %d, \"completion_tokens\": %d, \"total_tokens\": %d}}")
                .formatted(text, in, out, in + out);
        boolean fault = faults > 0 && Math.floorMod(call * 0x9e3779b97f4a7c15L >>> 20, 10_000L) < faults * 10_000;
        switch (fault ? (int) (faulty.getAndIncrement() % 6) : -1) {
            case 0 -> {
                exchange.getResponseHeaders().set("Retry-After", "0.05");
                answer(exchange, 429, "application/json", "{}", 0);
            }
            case 1 -> answer(exchange, 500, "application/json", "{}", 0);
            case 2 -> answer(exchange, 503, "text/plain", "busy", 0);
            case 3 -> {
                charge(in, out);
                answer(exchange, 200, "application/json", reply, 50);
            }
            case 4 -> answer(exchange, 200, "text/html", "<html>sign in</html>", 0);
            case 5 -> {
                charge(in, out);
                answer(exchange, 200, "application/json", reply.substring(0, reply.length() / 2), 0);
            }
            default -> {
                served.incrementAndGet();
                charge(in, out);
                if (!answered.add(body)) {
                    doubled.merge(body, 1, Integer::sum);
                }
                answer(exchange, 200, "application/json", reply, 0);
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void charge(long in, long out) {
        charged.incrementAndGet();
        read.addAndGet(in);
        written.addAndGet(out);
    }

    /** @param missing bytes that are announced and do not come */
    private static void answer(HttpExchange exchange, int status, String type, String text, int missing)
            throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length + missing);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String sentences(String body) {
        String question = body.substring(Math.max(0, body.lastIndexOf("\"content\"")));
        Matcher gaps = GAPS.matcher(question);
        String slots = gaps.find() ? gaps.group(1) : "none";
        slots = slots.equals("none") ? "" : slots;
        Matcher count = COUNT.matcher(question);
        int lines = count.find() ? Integer.parseInt(count.group(1) != null ? count.group(1) : count.group(2)) : 1;
        StringBuilder text = new StringBuilder();
        long state = 1125899906842597L;
        for (int i = 0; i < body.length(); i++) {
            state = 31 * state + body.charAt(i);
        }
        for (int line = 0; line < lines; line++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            text.append(line == 0 ? "" : "\\n")
                    .append(pick(OPENERS, state >>> 5))
                    .append(' ')
                    .append(pick(VERBS, state >>> 17))
                    .append(" the ")
                    .append(pick(NOUNS, state >>> 29))
                    .append(' ')
                    .append(slots)
                    .append(' ')
                    .append(pick(ENDS, state >>> 41))
                    .append(" number ")
                    .append(Long.toString(state >>> 24, 36));
        }
        return text.toString();
    }

    private static String pick(String[] words, long at) {
        return words[(int) Math.floorMod(at, (long) words.length)];
    }
}
