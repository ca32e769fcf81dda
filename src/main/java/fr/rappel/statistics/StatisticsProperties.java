package fr.rappel.statistics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param liveFor how old figures of a day that is not counted yet may be; zero reads them anew for everybody
 */
@ConfigurationProperties("rappel.statistics")
record StatisticsProperties(@DefaultValue("5s") Duration liveFor) {}
