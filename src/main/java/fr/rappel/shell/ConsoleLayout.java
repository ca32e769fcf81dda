package fr.rappel.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Organisation;
import fr.rappel.shared.Roles;
import fr.rappel.users.Account;
import fr.rappel.users.UserAccounts;
import jakarta.annotation.security.RolesAllowed;

/** The frame of the console: a rail with the places one may go, the state of the line, and the view. */
@Layout("/console")
@RolesAllowed(Roles.AGENT)
@JsModule("./shortcuts.ts")
@StyleSheet("context://styles/console.css")
class ConsoleLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final Main main = new Main();
    private final UnorderedList places = new UnorderedList();

    ConsoleLayout(
            Organisation organisation,
            LineChip.Watch line,
            UserAccounts accounts,
            CurrentUser currentUser,
            Announcements announcements,
            AuthenticationContext authentication) {
        addClassName("console");
        Anchor skip = new Anchor("#contenu", getTranslation("shell.ConsoleLayout.skip"));
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        main.setId("contenu");
        main.getElement().setAttribute("tabindex", "-1");
        announcements.tell(currentUser.username(), this);
        add(skip, rail(organisation, new LineChip(line), name(accounts, currentUser), authentication), main);
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

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String here = event.getLocation().getPath();
        places.removeAll();
        MenuConfiguration.getMenuEntries().stream()
                .map(entry -> place(entry, here))
                .forEach(places::add);
    }

    private Nav rail(Organisation organisation, LineChip line, String person, AuthenticationContext authentication) {
        Span name = new Span(organisation.name());
        name.addClassName("rail-name");
        Button help = new Button(getTranslation("shell.ConsoleLayout.help"));
        help.addThemeVariants(ButtonVariant.TERTIARY);
        help.getElement().setAttribute("aria-keyshortcuts", "?");
        help.addClickListener(click -> new ShortcutHelp().open());
        Button leave = new Button(getTranslation("shell.ConsoleLayout.signOut"), click -> authentication.logout());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        Span me = new Span(person);
        me.addClassName("rail-user");
        Div foot = new Div(help, me, leave);
        foot.addClassName("rail-foot");
        Nav rail = new Nav(name, line, places, foot);
        rail.addClassName("rail");
        rail.getElement().setAttribute("aria-label", getTranslation("shell.ConsoleLayout.places"));
        return rail;
    }

    private static String name(UserAccounts accounts, CurrentUser user) {
        String username = user.username();
        return accounts.account(username).map(Account::displayName).orElse(username);
    }

    private Component place(MenuEntry entry, String here) {
        Anchor link = new Anchor(entry.path(), getTranslation(entry.title()));
        if (entry.path().equals("/" + here) || entry.path().equals(here)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(link);
    }
}
