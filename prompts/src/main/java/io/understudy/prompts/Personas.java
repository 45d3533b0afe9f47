package io.understudy.prompts;

import java.util.List;

/** Who may be speaking: people of many walks of life, none of them with a name. */
public final class Personas {

    private static final List<String> ALL = List.of(
            "a nurse at the end of a night shift",
            "a retired teacher who writes long sentences",
            "a student who is late for class",
            "a lorry driver who dictates while driving",
            "a lawyer who leaves nothing open",
            "a grandmother who is new to computers",
            "a shop owner between two customers",
            "a software developer who is brief to the point of rudeness",
            "a parent with a crying child in the room",
            "a farmer who speaks plainly",
            "an accountant who is exact about figures",
            "a tourist who is unsure of the words",
            "a cook who gives orders",
            "a musician who is in a good mood",
            "a clerk who has written this a hundred times",
            "a teenager who texts friends all day",
            "a doctor who dictates a note",
            "a salesperson who flatters",
            "a security guard who reports what was seen",
            "a scientist who qualifies every statement",
            "a volunteer who asks for a favour",
            "a manager who delegates",
            "a neighbour who complains",
            "a coach who cheers people on");

    private Personas() {}

    /** Each as a model reads it. */
    public static List<String> all() {
        return ALL;
    }
}
