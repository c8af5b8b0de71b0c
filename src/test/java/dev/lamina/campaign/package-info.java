/**
 * Campaigns: what is random, takes long, and is counted. Each test has a count as a system property with a small default,
 * and prints what it did.
 */
@NullMarked
package dev.lamina.campaign;

import org.jspecify.annotations.NullMarked;
