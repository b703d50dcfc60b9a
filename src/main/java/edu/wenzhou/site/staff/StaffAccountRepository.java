package edu.wenzhou.site.staff;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Always with their roles, which every use of an account needs. */
interface StaffAccountRepository extends Repository<StaffAccount, Long> {

	@Query("""
			select distinct a from StaffAccount a left join fetch a.grants
			where a.id in :ids order by a.displayName, a.id""")
	List<StaffAccount> findAllWithGrants(Collection<Long> ids);

	@Query("select a from StaffAccount a left join fetch a.grants where a.id = :id")
	Optional<StaffAccount> findWithGrants(long id);

	/** By what a person types to sign in: a name with an @ is an e-mail address. */
	@Query("""
			select a from StaffAccount a left join fetch a.grants
			where lower(a.userName) = lower(:name) or lower(a.email) = lower(:name)""")
	Optional<StaffAccount> findByName(String name);

	@Query("select a.id from StaffAccount a where lower(a.userName) = lower(:userName)")
	Optional<Long> findIdByUserName(String userName);

	@Query("select a.id from StaffAccount a where lower(a.email) = lower(:email)")
	Optional<Long> findIdByEmail(String email);

	/** Those who can sign in and administer. */
	@Query("""
			select count(distinct a) from StaffAccount a join a.grants g
			where g.role = ADMINISTRATOR and not a.disabled and a.passwordHash is not null""")
	long countWorkingAdministrators();

	StaffAccount save(StaffAccount account);

}
