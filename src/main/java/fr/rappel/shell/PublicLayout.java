package fr.rappel.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.faq.Faq;
import fr.rappel.shared.Organisation;

/** The frame of the public Vaadin page: the same header and footer as the plain pages. */
@Layout("/rappel")
@AnonymousAllowed
class PublicLayout extends Div implements RouterLayout {

    private final Main main = new Main();

    PublicLayout(Organisation organisation, Faq faq) {
        addClassName("public");
        Anchor skip = new Anchor("#contenu", getTranslation("shell.ConsoleLayout.skip"));
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        Anchor home = new Anchor("/", organisation.name());
        home.addClassName("brand");
        home.setRouterIgnore(true);
        Header header = new Header(home, new Span(getTranslation("shell.PublicLayout.tagline")));
        header.addClassName("public-header");
        main.setId("contenu");
        main.getElement().setAttribute("tabindex", "-1");
        Nav links = new Nav(link("/plan-du-site", getTranslation("shell.PublicLayout.map")));
        faq.pages().forEach(page -> links.add(link("/" + page.slug(), page.title())));
        links.add(link(organisation.portalUrl().toString(), organisation.portalName()));
        links.getElement().setAttribute("aria-label", getTranslation("shell.PublicLayout.footer"));
        Footer footer = new Footer(links);
        footer.addClassName("public-footer");
        add(skip, header, main, footer);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    private static Anchor link(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.setRouterIgnore(true);
        return link;
    }
}
