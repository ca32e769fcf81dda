package fr.rappel.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored account; the password is kept only as its hash. */
@Entity(name = "Account")
@Table(name = "user_account")
class AccountEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "user_account_seq")
    @SequenceGenerator(name = "user_account_seq", sequenceName = "user_account_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private int version;

    private String username;

    private String displayName;

    private String password;

    @Enumerated(EnumType.STRING)
    @Column(length = 16)
    private Role role;

    private boolean enabled;

    private boolean demo;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected AccountEntity() {}

    AccountEntity(
            String username, String displayName, String passwordHash, Role role, boolean demo, Instant createdAt) {
        this.username = username;
        this.displayName = displayName;
        this.password = passwordHash;
        this.role = role;
        this.enabled = true;
        this.demo = demo;
        this.createdAt = createdAt;
    }

    String passwordHash() {
        return password;
    }

    /** Grows with every change of the account. */
    int version() {
        return version;
    }

    void enable() {
        enabled = true;
    }

    void disable() {
        enabled = false;
    }

    void assign(Role other) {
        role = other;
    }

    Account toAccount() {
        return new Account(username, displayName, role, enabled);
    }
}
