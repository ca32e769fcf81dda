package fr.rappel.users;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<AccountEntity, Long> {

    Optional<AccountEntity> findByUsername(String username);

    List<AccountEntity> findAllByOrderByDisplayName();

    long count();

    AccountEntity save(AccountEntity account);
}
