/**
 * The back office's door: accounts, roles, sign-in, sessions, and the desk behind it.
 */
@ApplicationModule(allowedDependencies = { "web", "audit" })
package edu.wenzhou.site.staff;

import org.springframework.modulith.ApplicationModule;
