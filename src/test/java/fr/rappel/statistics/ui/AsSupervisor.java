package fr.rappel.statistics.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Claire, in French, before figures of which nobody has counted any yet, on a Tuesday morning. */
@DatabaseTest
@WithMockUser(
        username = "claire",
        roles = {"AGENT", "SUPERVISOR"})
abstract class AsSupervisor extends SpringBrowserlessTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestData data;

    @Autowired
    TestClock clock;

    @BeforeEach
    void claireOnATuesdayMorning() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        jdbc.sql("delete from statistics_count").update();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(Person.supervisor("claire"));
    }

    /** All that the page says. */
    String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
