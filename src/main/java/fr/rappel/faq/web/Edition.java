package fr.rappel.faq.web;

import fr.rappel.faq.EditorialPage;
import fr.rappel.faq.FaqTheme;
import fr.rappel.reference.Topic;
import java.util.List;

/**
 * Everything the pages are made of that can change while the application runs. Equal editions give equal pages.
 *
 * @param pages the editorial pages, in the order of the footer
 * @param topics what the line answers
 */
record Edition(List<FaqTheme> themes, List<EditorialPage> pages, List<Topic> topics, LineNotice line) {}
