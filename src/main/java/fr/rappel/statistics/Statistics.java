package fr.rappel.statistics;

import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The figures of the line. Those of a day that is over never change. */
@Service
@RolesAllowed(Roles.SUPERVISOR)
public class Statistics {

    private final PeriodCount count;
    private final CurrentUser currentUser;

    Statistics(PeriodCount count, CurrentUser currentUser) {
        this.count = count;
        this.currentUser = currentUser;
    }

    /**
     * What happened in a period, in all and by the items of some dimensions.
     *
     * @throws FiguresBeingCounted if too many days wait to be counted
     */
    public Report report(Period period, Set<Dimension> dimensions) {
        return count.report(period, dimensions);
    }

    /**
     * The same, with the waits for first calls of each item of some of the dimensions.
     *
     * @throws FiguresBeingCounted if too many days wait to be counted
     */
    public Report report(Period period, Set<Dimension> dimensions, Set<Dimension> waits) {
        return count.report(period, dimensions, waits);
    }

    /**
     * What the signed-in person did in a period.
     *
     * @throws FiguresBeingCounted if too many days wait to be counted
     */
    @RolesAllowed(Roles.AGENT)
    public Counted own(Period period) {
        return count.report(period, EnumSet.of(Dimension.AGENT))
                .by(Dimension.AGENT)
                .getOrDefault(currentUser.username(), Counted.NOTHING);
    }
}
