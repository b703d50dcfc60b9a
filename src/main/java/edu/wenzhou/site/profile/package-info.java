/** The college itself: its profile, the sections of the about pages and its history. */
package edu.wenzhou.site.profile;
