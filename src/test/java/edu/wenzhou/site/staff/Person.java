package edu.wenzhou.site.staff;

/** An account that a test made, and what its owner types to sign in. */
public record Person(long id, String name, String password, String displayName) {

	public String email() {
		return this.name + "@a-rather-long-address.college.example";
	}

}
