/**
 * Which PostgreSQL the site runs on, and one clear message when it cannot start.
 */
@ApplicationModule(allowedDependencies = {})
package edu.wenzhou.site.database;

import org.springframework.modulith.ApplicationModule;
