/** The files of the console, as the module of that name packs them. Depends on nothing; knows no HTTP. */
package io.agentctl.plane.console;
