/**
 * Which PostgreSQL the site runs on, and one clear message when it cannot start.
 */
package edu.wenzhou.site.database;
