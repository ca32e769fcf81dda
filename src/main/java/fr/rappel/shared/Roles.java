package fr.rappel.shared;

/**
 * The three roles of signed-in people. A higher role includes the lower ones: ADMIN > SUPERVISOR > AGENT.
 *
 * <p>Names are used in {@code @RolesAllowed}, without Spring's {@code ROLE_} prefix.
 */
public final class Roles {

    /** Works the queue: takes requests, calls, records outcomes. */
    public static final String AGENT = "AGENT";

    /** Runs the line: everything an agent does, plus overrides, reassignment, calendar and figures. */
    public static final String SUPERVISOR = "SUPERVISOR";

    /** Sets up the installation and its accounts. */
    public static final String ADMIN = "ADMIN";

    private Roles() {}
}
