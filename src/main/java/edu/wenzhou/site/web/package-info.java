/**
 * What every page shares: menu, page metadata, filters, error pages, security and MVC
 * configuration. Knows no feature.
 */
@ApplicationModule(allowedDependencies = { "text" })
package edu.wenzhou.site.web;

import org.springframework.modulith.ApplicationModule;
