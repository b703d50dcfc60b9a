/**
 * The append-only record of who did what, and the page that shows it. Knows no feature:
 * whoever acts gives an {@link edu.wenzhou.site.audit.Actor} and names the action.
 */
@ApplicationModule(allowedDependencies = {})
package edu.wenzhou.site.audit;

import org.springframework.modulith.ApplicationModule;
