package fr.rappel.testing;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Each application context brings its own place for "who is acting" and makes it the one of the process. Spring's tests
 * keep several contexts; this one puts that of the running test back.
 */
public final class CurrentContextSecurity extends AbstractTestExecutionListener {

    /** Before the listener that signs in {@code @WithMockUser}, which has 10,000. */
    @Override
    public int getOrder() {
        return 9_000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        var strategy = test.getApplicationContext().getBean(SecurityContextHolderStrategy.class);
        if (SecurityContextHolder.getContextHolderStrategy() != strategy) {
            SecurityContextHolder.setContextHolderStrategy(strategy);
        }
    }
}
