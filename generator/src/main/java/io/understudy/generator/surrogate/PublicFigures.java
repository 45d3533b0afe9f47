package io.understudy.generator.surrogate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names that everybody knows: an invented person must not bear one. A small list; it promises no more. */
final class PublicFigures {

    private static final Set<String> NAMES = Set.of("""
            george washington, john adams, thomas jefferson, james madison, abraham lincoln, ulysses grant,
            theodore roosevelt, franklin roosevelt, harry truman, dwight eisenhower, john kennedy, lyndon johnson,
            richard nixon, gerald ford, jimmy carter, ronald reagan, george bush, bill clinton, hillary clinton,
            barack obama, michelle obama, donald trump, joe biden, kamala harris, margaret thatcher, tony blair,
            gordon brown, david cameron, theresa may, boris johnson, liz truss, rishi sunak, keir starmer, angela merkel,
            olaf scholz, helmut kohl, willy brandt, emmanuel macron, nicolas sarkozy, charles gaulle, vladimir putin,
            boris jelzin, winston churchill, nelson mandela, martin king, rosa parks, bill gates, steve jobs, elon musk,
            jeff bezos, mark zuckerberg, warren buffett, tim cook, larry page, michael jackson, elvis presley,
            john lennon, paul mccartney, george harrison, ringo starr, david bowie, freddie mercury, bob dylan,
            taylor swift, justin bieber, britney spears, elton john, whitney houston, tom hanks, tom cruise, brad pitt,
            johnny depp, julia roberts, jennifer lawrence, jennifer lopez, jennifer aniston, scarlett johansson,
            emma watson, emma stone, meryl streep, robert redford, harrison ford, george clooney, will smith,
            morgan freeman, denzel washington, samuel jackson, marilyn monroe, audrey hepburn, elizabeth taylor,
            charlie chaplin, oprah winfrey, stephen king, agatha christie, jane austen, charles dickens, mark twain,
            ernest hemingway, george orwell, william shakespeare, isaac newton, albert einstein, charles darwin,
            stephen hawking, marie curie, alan turing, ada lovelace, michael jordan, lebron james, tiger woods,
            serena williams, venus williams, roger federer, rafael nadal, david beckham, lionel messi, usain bolt,
            muhammad ali, neil armstrong, john wayne, james dean, james bond, harry potter, sherlock holmes""".replace("\n", " ").split(",\\s*", -1));

    private static final Map<String, Set<String>> BY_FIRST = new HashMap<>();

    static {
        for (String name : NAMES) {
            String[] parts = name.split(" ", -1);
            BY_FIRST.computeIfAbsent(Names.capital(parts[0]), key -> new HashSet<>())
                    .add(Names.capital(parts[1]));
        }
    }

    private PublicFigures() {}

    /** As names are written in lists: with one capital. */
    static boolean isOne(String first, String last) {
        return BY_FIRST.getOrDefault(first, Set.of()).contains(last);
    }
}
