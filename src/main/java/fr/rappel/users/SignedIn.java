package fr.rappel.users;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** Whoever signs in, with the state of the account at that moment. */
final class SignedIn extends User {

    private final int version;

    SignedIn(AccountEntity entity) {
        this(entity, entity.toAccount());
    }

    private SignedIn(AccountEntity entity, Account account) {
        super(
                account.username(),
                entity.passwordHash(),
                account.enabled(),
                true,
                true,
                true,
                AuthorityUtils.createAuthorityList(
                        account.role().granted().stream().map("ROLE_"::concat).toList()));
        this.version = entity.version();
    }

    /** {@link AccountEntity#version()} at log-in. */
    int version() {
        return version;
    }
}
