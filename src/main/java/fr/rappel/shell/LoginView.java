package fr.rappel.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.shared.Organisation;
import java.util.List;

/** Signing in. Every refusal reads the same, whether the name, the password or too many tries caused it. */
@Route(value = "connexion", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Why somebody is here again: refused, a page too old to be believed, accounts that cannot be read. */
    private static final List<String> REFUSALS = List.of("error", "expired", "unavailable");

    private final LoginForm form = new LoginForm();

    LoginView(Organisation organisation) {
        addClassName("login");
        form.setI18n(texts("refused"));
        form.setAction("connexion");
        form.setForgotPasswordButtonVisible(false);
        form.getElement().setAttribute("no-autofocus", false);
        Div card = new Div(
                new H1(getTranslation("shell.LoginView.heading", organisation.name())),
                form,
                new Anchor("/", getTranslation("shell.LoginView.back")));
        card.addClassName("login-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters().keySet();
        REFUSALS.stream().filter(asked::contains).findFirst().ifPresent(this::refuse);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.LoginView.title");
    }

    private void refuse(String kind) {
        String key = kind.equals("error") ? "refused" : kind;
        form.setI18n(texts(key));
        form.setError(true);
    }

    private LoginI18n texts(String refusal) {
        LoginI18n texts = LoginI18n.createDefault();
        LoginI18n.Form labels = texts.getForm();
        labels.setTitle(getTranslation("shell.LoginView.title"));
        labels.setUsername(getTranslation("shell.LoginView.username"));
        labels.setPassword(getTranslation("shell.LoginView.password"));
        labels.setSubmit(getTranslation("shell.LoginView.submit"));
        LoginI18n.ErrorMessage error = texts.getErrorMessage();
        error.setTitle(getTranslation("shell.LoginView." + refusal));
        error.setMessage(getTranslation("shell.LoginView.help." + refusal));
        error.setUsername(getTranslation("shell.LoginView.usernameMissing"));
        error.setPassword(getTranslation("shell.LoginView.passwordMissing"));
        return texts;
    }
}
