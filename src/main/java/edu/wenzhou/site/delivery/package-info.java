/**
 * Public pages kept ready: in memory in every coding, and as files from which they are
 * shown while the database is away. Knows no feature.
 */
@ApplicationModule(allowedDependencies = { "database", "publishing", "web" })
package edu.wenzhou.site.delivery;

import org.springframework.modulith.ApplicationModule;
