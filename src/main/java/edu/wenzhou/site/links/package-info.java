/**
 * Asks once a night whether the links of public texts to other sites still open, and
 * tells of those that do not. Off until configured.
 */
@ApplicationModule(allowedDependencies = { "publishing" })
package edu.wenzhou.site.links;

import org.springframework.modulith.ApplicationModule;
