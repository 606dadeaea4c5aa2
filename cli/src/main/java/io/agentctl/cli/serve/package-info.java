/** {@code serve}: the product's services as processes. Depends on process and settings. */
package io.agentctl.cli.serve;
